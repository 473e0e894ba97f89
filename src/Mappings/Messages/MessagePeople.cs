using System.Globalization;
using Hub.Core.Content;
using Hub.Kith.Codes;
using Hub.Kith.MsgHead;
using Hub.Kith.Types;
using Hub.Mappings.Fhir;

namespace Hub.Mappings.Messages;

/// <summary>People and organisations in the data types of KITH.</summary>
internal static class MessagePeople
{
    /// <summary>The enterprise with its communication party inside (HIS 1153-2).</summary>
    public static Organisation Sender(MessageFrame frame)
    {
        var own = HerAddress.ToService(frame.EnterpriseName, Number(frame.Enterprise), frame.ServiceName, Number(frame.Messaging.Her));
        return own with
        {
            Idents = [.. own.Idents, new Ident(frame.Context.Tenant.Organization.Orgnr, PartyLists.OrganisationId.Cv("ENH"))],
            Inner = own.Inner! with { TeleComs = [Phone(frame.Phone)] },
        };
    }

    /// <summary>The receiver: its name in the tenant file, or the partner's name.</summary>
    public static Organisation Receiver(MessageFrame frame)
    {
        var name = frame.Option("name") ?? frame.Context.Target.Name;
        return HerAddress.ToService(name, Number(frame.Receiver.Enterprise), frame.Option("serviceName") ?? name, Number(frame.Receiver.Service!.Value));
    }

    /// <summary>The patient; null without a given and a family name, which receivers reject (E36).</summary>
    public static Person? Patient(Patient patient)
    {
        if (Name(patient.Name) is not ({ } given, { } family))
            return null;
        var kind = patient.Id.System switch { Core.Identities.IdentifierSystems.Dnr => "DNR", Core.Identities.IdentifierSystems.Fhn => "FHN", _ => "FNR" };
        return new Person { GivenName = given, FamilyName = family, Idents = [new Ident(patient.Id.Value, PartyLists.PersonId.Cv(kind))] };
    }

    /// <summary>A named health professional; null for anybody else.</summary>
    public static HealthcareProfessional? Professional(Hub.Core.Content.Party? party, MessageFrame frame)
    {
        if (party is not { Role: PartyRole.Practitioner } || FhirWords.Text(party.Name) is null)
            return null;
        var (given, family) = Name(party.Name);
        return new HealthcareProfessional
        {
            TypeHealthcareProfessional = PartyLists.Profession.Cs("XX"),
            RoleToPatient = PartyLists.RoleToPatient.Cv("21"),
            GivenName = given,
            FamilyName = family ?? party.Name,
            Idents = party.Id is { System: Core.Identities.IdentifierSystems.Hpr } hpr && FhirWords.Text(hpr.Value) is not null ? [new Ident(hpr.Value, PartyLists.PersonId.Cv("HPR"))] : [],
            TeleComs = [Phone(frame.Phone)],
        };
    }

    /// <summary>The sending unit as one to contact: name and telephone (HITS 1174).</summary>
    public static Organisation Unit(MessageFrame frame) => new()
    {
        Name = frame.ServiceName,
        Idents = [new Ident(Number(frame.Messaging.Her), PartyLists.OrganisationId.Cv("HER"))],
        TeleComs = [Phone(frame.Phone)],
    };

    private static TeleCom Phone(string phone) =>
        new(PartyLists.TelecomType.Cs("WP"), $"tel:{string.Concat(phone.Where(c => char.IsAsciiDigit(c) || c is '+' or '-'))}");

    // "Given Middle Family" or "Family, Given": the last word, or what stands before the comma, is the family name.
    private static (string? Given, string? Family) Name(string? name)
    {
        var words = (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var whole = string.Join(' ', words);
        if (whole.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma && whole[(comma + 1)..].Trim() is { Length: > 0 } after)
            return (after, whole[..comma].Trim());
        return words.Length < 2 ? (null, words.FirstOrDefault()) : (string.Join(' ', words[..^1]), words[^1]);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
