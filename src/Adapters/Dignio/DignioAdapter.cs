using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Adapters.Dignio;

/// <summary>Reads webhooks of a Dignio-like system for home follow-up, and sends it what the hospital's messages mean for the follow-up. The format is ours, modelled on what pilots describe; README.md beside this file documents it.</summary>
public sealed class DignioAdapter : IInboundAdapter, IOutboundAdapter, ILookupAdapter
{
    /// <summary>Most events in one batch.</summary>
    public const int MostEvents = 1000;

    private const string LookupsOption = "lookups";

    private static readonly JsonBatch Events = new("event", "An", "events", MostEvents, EventReader.Read);
    private static readonly HashSet<LookupKind> Nothing = [];
    private static readonly HashSet<LookupKind> Answered = [LookupKind.Measurements, LookupKind.Questionnaires, LookupKind.Plans];

    /// <inheritdoc/>
    public string Name => "dignio";

    /// <inheritdoc/>
    public IReadOnlyList<string> Options => [LookupsOption];

    /// <inheritdoc/>
    public IEnumerable<HubError> Check(PartnerConfig partner, TenantConfig tenant, ISecretReader? secrets) =>
        partner.Options.GetValueOrDefault(LookupsOption) is null or "on" or "off" ? [] : [ConfigErrors.BadValue.At($"options.{LookupsOption}", "'lookups' must be on or off")];

    /// <inheritdoc/>
    public IReadOnlySet<LookupKind> Answers(PartnerConfig partner) => partner.Url is null || partner.Options.GetValueOrDefault(LookupsOption) == "off" ? Nothing : Answered;

    /// <inheritdoc/>
    public ILookup OpenLookup(PartnerConfig partner, SenderContext context) => new DignioLookup(partner, context);

    /// <inheritdoc/>
    public ISender Open(PartnerConfig partner, SenderContext context) => new DignioSender(partner, context);

    /// <inheritdoc/>
    public ParsedMessage Parse(InboundMessage input) => Events.Read(input);
}
