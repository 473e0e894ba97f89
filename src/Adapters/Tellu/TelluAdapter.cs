using Hub.Adapters.Tellu.Feed;
using Hub.Adapters.Tellu.Lookups;
using Hub.Adapters.Tellu.Reading;
using Hub.Adapters.Tellu.Sending;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Adapters.Tellu;

/// <summary>Reads the feed of a Tellu-like system for home follow-up, sends it personalia, plans and changes of follow-up, and asks it about readings, forms and plans. The format is ours, modelled; README.md beside this file documents it.</summary>
public sealed class TelluAdapter : IPolledAdapter, IOutboundAdapter, ILookupAdapter
{
    private static readonly HashSet<LookupKind> Kinds = [LookupKind.Measurements, LookupKind.Questionnaires, LookupKind.Plans];

    /// <inheritdoc/>
    public string Name => "tellu";

    /// <inheritdoc/>
    public IReadOnlyList<string> Options => TelluOptions.Names;

    /// <inheritdoc/>
    public IEnumerable<HubError> Check(PartnerConfig partner, TenantConfig tenant, ISecretReader? secrets)
    {
        TelluOptions.Read(partner, out var errors);
        return partner is { Url: null, Inbound.Auth: InboundAuth.Poll }
            ? [.. errors, ConfigErrors.Missing.At("url", "The hub fetches from this partner, so its address is needed")]
            : errors;
    }

    /// <inheritdoc/>
    public ParsedMessage Parse(InboundMessage input) => EntryReader.Read(input);

    /// <inheritdoc/>
    public IFeed OpenFeed(PartnerConfig partner, SenderContext context) => new TelluFeed(partner, context);

    /// <inheritdoc/>
    public ISender Open(PartnerConfig partner, SenderContext context) => new TelluSender(partner, context);

    /// <inheritdoc/>
    public IReadOnlySet<LookupKind> Answers(PartnerConfig partner) => partner.Url is null ? new HashSet<LookupKind>() : Kinds;

    /// <inheritdoc/>
    public ILookup OpenLookup(PartnerConfig partner, SenderContext context) => new TelluLookup(partner, context);
}
