using Hub.Adapters.Ebxml.Parties;
using Hub.Adapters.Ebxml.Reading;
using Hub.Adapters.Ebxml.Sending;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Ebxml;

/// <summary>The national message network: PLO, dialogmelding and AppRec as signed, encrypted ebXML, both ways. See the README beside this file.</summary>
public sealed class EbxmlAdapter : IInboundAdapter, IOutboundAdapter, ICertificateHolder, IPingingAdapter
{
    /// <summary>Name in tenant files.</summary>
    public const string AdapterName = "ebxml";

    private TenantParties? _parties;

    /// <inheritdoc/>
    public string Name => AdapterName;

    /// <inheritdoc/>
    public IReadOnlyList<string> Options => EbxmlOptions.Names;

    /// <inheritdoc/>
    public bool Reaches(PartnerConfig partner) => partner.Her is not null || partner.PatientsGp is not null;

    /// <inheritdoc/>
    public ISender Open(PartnerConfig partner, SenderContext context)
    {
        // One set of loaded keys for all partners of an installation.
        var parties = LazyInitializer.EnsureInitialized(ref _parties, () => new TenantParties(context.Secrets, context.Time));
        return new EbxmlSender(partner, context, parties);
    }

    /// <inheritdoc/>
    public ParsedMessage Parse(InboundMessage input) => ArrivalReader.Parse(input);

    /// <inheritdoc/>
    public IEnumerable<HubError> Check(PartnerConfig partner, TenantConfig tenant, ISecretReader? secrets) => EbxmlCheck.Of(partner, tenant, secrets);

    /// <inheritdoc/>
    public IReadOnlyList<CertificateUse> Certificates(PartnerConfig partner, TenantConfig tenant, ISecretReader secrets) => EbxmlCertificates.Of(partner, tenant, secrets);

    /// <inheritdoc/>
    public Task<PingOutcome> PingAsync(PartnerConfig partner, SenderContext context, CancellationToken cancel) => EbxmlPing.AskAsync(partner, context, cancel);

    /// <inheritdoc/>
    public IEnumerable<HubError> Remarks(PartnerConfig partner, TenantConfig tenant, ISecretReader secrets, DateTimeOffset now) => EbxmlRemarks.Of(partner, tenant, secrets, now);
}
