using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Mappings.Fhir;

/// <summary>People, organisations and systems as logical references.</summary>
internal static class FhirParties
{
    /// <summary>The reference; null when the party has neither identifier nor name.</summary>
    public static Reference? Reference(Party? party)
    {
        if (party is null)
            return null;
        var identifier = party.Id is { } id && FhirWords.Text(id.Value) is not null ? FhirWords.Identifier(id) : null;
        var name = FhirWords.Text(party.Name);
        return identifier is null && name is null ? null : new Reference { Type = TypeOf(party.Role), Identifier = identifier, Display = name };
    }

    /// <summary>The party in words, for places that take no reference: role, name, identifier.</summary>
    public static string InWords(Party party)
    {
        var id = party.Id is { } i && FhirWords.Text(i.Value) is not null ? $"{SystemInWords(i.System)} {i.Value}".Trim() : null;
        var name = FhirWords.Text(party.Name) ?? RoleInWords(party.Role);
        return id is null ? name : $"{name} ({id})";
    }

    /// <summary>The resource type of a role.</summary>
    public static string TypeOf(PartyRole role) => role switch
    {
        PartyRole.Practitioner => "Practitioner",
        PartyRole.Patient => "Patient",
        PartyRole.Organization => "Organization",
        PartyRole.RelatedPerson => "RelatedPerson",
        _ => "Device",
    };

    private static string RoleInWords(PartyRole role) => role switch
    {
        PartyRole.Practitioner => "helsepersonell",
        PartyRole.Patient => "pasienten",
        PartyRole.Organization => "organisasjon",
        PartyRole.RelatedPerson => "pårørende",
        _ => "system",
    };

    private static string SystemInWords(string system) => system switch
    {
        IdentifierSystems.Fnr => "fødselsnummer",
        IdentifierSystems.Dnr => "D-nummer",
        IdentifierSystems.Fhn => "felles hjelpenummer",
        IdentifierSystems.Hpr => "HPR",
        IdentifierSystems.Enh => "org.nr.",
        IdentifierSystems.Resh => "RESH",
        IdentifierSystems.Her => "HER-id",
        _ => system,
    };
}
