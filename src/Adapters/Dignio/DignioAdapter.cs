using System.Text.Json;
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

    private static readonly Shape Batch = new("events");
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
    public ParsedMessage Parse(InboundMessage input)
    {
        using var document = JsonInput.Open(input.Body, out var error);
        if (document is null)
            return ParsedMessage.Refused(error!);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            return ParsedMessage.Refused(IntakeErrors.BadFormat.At("$", "An event, or an object with a list of events, is expected."));
        return document.RootElement.TryGetProperty("events"u8, out _)
            ? ReadBatch(document.RootElement, input)
            : new ParsedMessage([EventReader.Read(document.RootElement, "$", input)], [], false);
    }

    private static ParsedMessage ReadBatch(JsonElement root, InboundMessage input)
    {
        var whole = new Findings(input);
        var events = Fields.Read(root, Batch, whole)!.Value("events");
        if (events.ValueKind != JsonValueKind.Array || events.GetArrayLength() == 0)
            whole.Fail(IntakeErrors.BadFormat, "$.events", "A list with at least one event is expected here.");
        else if (events.GetArrayLength() > MostEvents)
            whole.Fail(IntakeErrors.TooManyEntries, "$.events", $"At most {MostEvents} events are taken at once.");
        if (whole.Errors.Count > 0)
            return ParsedMessage.Refused(whole.Errors);

        var entries = new List<ParsedEntry>(events.GetArrayLength());
        foreach (var item in events.EnumerateArray())
            entries.Add(EventReader.Read(item, $"$.events[{entries.Count}]", input));
        return new ParsedMessage(entries, [], true);
    }
}
