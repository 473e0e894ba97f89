using Hub.Core.Content;
using Hub.Core.Identities;

namespace Hub.Adapters.Profil.Reading;

/// <summary>Small parts that several elements have: people, concepts, quantities.</summary>
internal static class PartReader
{
    private static readonly (string, PartyRole)[] Roles =
        [("1", PartyRole.Practitioner), ("2", PartyRole.Patient), ("3", PartyRole.Organization), ("4", PartyRole.RelatedPerson), ("5", PartyRole.System)];

    public static Party? Party(XmlNode party)
    {
        var role = party.Code<PartyRole>("rolle", true, Roles);
        var name = party.Attribute("navn", longest: 500);
        Identifier? id = null;
        if (party.Child("id") is { } given)
        {
            id = given.Attribute("verdi", longest: 200) is { } value ? new Identifier(given.Attribute("system") ?? "", value) : null;
            given.Attribute("system");
            given.Close();
        }

        party.Close();
        return role is { } r ? new Party(r, id, name) : null;
    }

    public static Concept Concept(XmlNode concept)
    {
        var codes = concept.Children("kode").Select(Code).OfType<Coding>().ToArray();
        var read = new Concept(codes, concept.Attribute("tekst", longest: 10_000));
        concept.Close();
        return read;
    }

    public static Quantity? Quantity(XmlNode? quantity)
    {
        if (quantity is null)
            return null;
        var (value, unit) = (quantity.Number("tall", required: true), quantity.Attribute("ucum", required: true, 60));
        var read = value is null || unit is null ? null : new Quantity(value.Value, unit, quantity.Attribute("enhet", longest: 60), quantity.Attribute("grensetegn", longest: 2));
        quantity.Close();
        return read;
    }

    private static Coding? Code(XmlNode code)
    {
        var (system, value, display) = (code.Attribute("system"), code.Attribute("verdi"), code.Attribute("visning"));
        code.Close();
        return value is null && display is null ? null : new Coding(system, value ?? "", display);
    }
}
