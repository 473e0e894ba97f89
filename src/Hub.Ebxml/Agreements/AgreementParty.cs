using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Agreements;

/// <summary>One party of an agreement or the owner of a profile.</summary>
/// <param name="Name">Its name in the agreement.</param>
/// <param name="Ids">Its ids by type: <c>HER</c>, <c>orgnummer</c>, <c>ENH</c> and others.</param>
/// <param name="Processes">What it takes part in.</param>
/// <param name="Channels">Its channels.</param>
/// <param name="Certificates">Its certificates by their id in the agreement.</param>
/// <param name="DefaultChannel">The channel for signals of the message service; null when the reference leads nowhere.</param>
public sealed record AgreementParty(
    string Name,
    IReadOnlyList<PartyId> Ids,
    IReadOnlyList<ProcessBinding> Processes,
    IReadOnlyList<ChannelTerms> Channels,
    IReadOnlyDictionary<string, PartnerCertificate> Certificates,
    ChannelTerms? DefaultChannel)
{
    /// <summary>The HER-id; null when the party has none.</summary>
    public int? Her => HerId.Parse(Id(PartyId.HerType));

    /// <summary>The id of a type, in any case.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The first id of that type, or null.</returns>
    public string? Id(string type) => Ids.FirstOrDefault(id => string.Equals(id.Type, type, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>Every certificate the party signs with, over all its channels; more than one while certificates overlap.</summary>
    public IReadOnlyList<PartnerCertificate> SigningCertificates =>
        Channels.Select(c => c.Sending.Signature?.SigningCertificate).OfType<PartnerCertificate>().Distinct().ToList();
}
