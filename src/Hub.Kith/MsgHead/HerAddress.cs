using Hub.Kith.Codes;
using Hub.Kith.Types;

namespace Hub.Kith.MsgHead;

/// <summary>HER-ids of a party with service-based addressing (HIS 1153-2).</summary>
/// <param name="Enterprise">Level 1: the enterprise.</param>
/// <param name="Service">Level 2: the service, or the person who is a communication party. This is the HER-id of the ebXML envelope.</param>
public sealed record HerAddress(string? Enterprise, string? Service)
{
    /// <summary>The HER-ids in an organisation. A service goes before a person beside it: the person then merely signs.</summary>
    /// <param name="organisation">Outer organisation of a sender or receiver.</param>
    public static HerAddress Of(Organisation? organisation)
    {
        if (organisation is null) return new HerAddress(null, null);
        var service = organisation.Inner is { } inner ? inner.IdOf("HER") : organisation.Professional?.IdOf("HER");
        return new HerAddress(Normal(organisation.IdOf("HER")), Normal(service));
    }

    /// <summary>An enterprise with a service, ready to be a sender or receiver.</summary>
    /// <param name="enterpriseName">Name of the enterprise.</param>
    /// <param name="enterpriseHer">HER-id of the enterprise.</param>
    /// <param name="serviceName">Name of the service.</param>
    /// <param name="serviceHer">HER-id of the service.</param>
    public static Organisation ToService(string enterpriseName, string enterpriseHer, string serviceName, string serviceHer) => new()
    {
        Name = enterpriseName,
        Idents = [new Ident(enterpriseHer, PartyLists.OrganisationId.Cv("HER"))],
        Inner = new Organisation { Name = serviceName, Idents = [new Ident(serviceHer, PartyLists.OrganisationId.Cv("HER"))] },
    };

    /// <summary>An enterprise with a person who is a communication party (general practitioners), ready to be a sender or receiver.</summary>
    /// <param name="enterpriseName">Name of the enterprise.</param>
    /// <param name="enterpriseHer">HER-id of the enterprise.</param>
    /// <param name="person">The person; a HER-id of theirs is put first.</param>
    /// <param name="personHer">HER-id of the person.</param>
    public static Organisation ToPerson(string enterpriseName, string enterpriseHer, HealthcareProfessional person, string personHer) => new()
    {
        Name = enterpriseName,
        Idents = [new Ident(enterpriseHer, PartyLists.OrganisationId.Cv("HER"))],
        Professional = person with { Idents = [new Ident(personHer, PartyLists.PersonId.Cv("HER")), .. person.Idents.Where(i => !i.IsKind("HER"))] },
    };

    /// <summary>A HER-id compared as a number: without blanks and leading zeros; <see langword="null"/> when it is not digits.</summary>
    /// <param name="id">The HER-id as written.</param>
    public static string? Normal(string? id)
    {
        var digits = id?.Trim();
        if (string.IsNullOrEmpty(digits) || digits.Any(c => !char.IsAsciiDigit(c))) return null;
        var trimmed = digits.TrimStart('0');
        return trimmed.Length == 0 ? null : trimmed;
    }
}
