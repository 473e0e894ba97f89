using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery.Lanes;
using Hub.Delivery.Observability;

namespace Hub.Delivery.Sending;

/// <summary>Reads stored raw messages again. Keeps the last few, since the deliveries of one batch follow each other.</summary>
internal sealed class ParsedRaws(NodeContext node)
{
    private const int Kept = 16;
    private readonly Lock _gate = new();
    private readonly (long RawId, ConfigSnapshot? Snapshot, List<ParsedEvent> Events)[] _last = new (long, ConfigSnapshot?, List<ParsedEvent>)[Kept];
    private int _next;

    /// <summary>The envelope of a delivery whose stored bytes were read.</summary>
    public Result<Envelope> Read(WorkEntry entry)
    {
        var message = entry.Message!;
        var events = Events(entry, message);
        if (!events.IsOk)
            return Result<Envelope>.Failed(events.Errors);
        if (message.Ordinal >= events.Value.Count)
            return DeliveryErrors.MappingFailed.At(detail: $"The stored message is read otherwise now: it has no event {message.Ordinal}");
        return Envelopes.Of(message, events.Value[message.Ordinal]);
    }

    private Result<List<ParsedEvent>> Events(WorkEntry entry, StoredMessage message)
    {
        var snapshot = node.Snapshot;
        if (Find(message.RawId, snapshot) is { } known)
            return known;
        if (entry.SealedRaw.IsEmpty)
            return DeliveryErrors.BodyUnreadable.At(detail: "Retention has taken the message");
        if (snapshot.Partner(message.Tenant, message.Source) is not { Inbound: { } inbound } source
            || node.Parts.Adapters.Find(source.Adapter) is not IInboundAdapter adapter)
            return DeliveryErrors.PartnerGone.At(detail: "The configuration no longer has the sending partner");
        var body = node.Parts.Vault.Open(message.Tenant, entry.SealedRaw.Span);
        if (!body.IsOk)
            return Result<List<ParsedEvent>>.Failed(body.Errors);
        var tenant = snapshot.Tenant(message.Tenant)!;
        var input = new InboundMessage(body.Value, message.MediaType, message.AcceptedAt, source, tenant.Environment) { Tenant = tenant };
        var events = Parse(adapter, input, message);
        // Taken in under the lenient mode and strict since: what was promised is delivered as it was understood then.
        if (message.Ordinal >= events.Count && inbound.Mode == InboundMode.Strict)
            events = Parse(adapter, input with { Partner = source with { Inbound = inbound with { Mode = InboundMode.Lenient } } }, message);
        Keep(message.RawId, snapshot, events);
        return events;
    }

    private List<ParsedEvent> Parse(IInboundAdapter adapter, InboundMessage input, StoredMessage message)
    {
        var parsed = node.Foreign.Run(
            new Place("parse", message.Tenant, message.Source, $"{message.MessageId}"),
            (adapter, input),
            static s => s.adapter.Parse(s.input),
            static (_, error) => ParsedMessage.Refused(error));
        return [.. parsed.Entries.SelectMany(e => e.Events)];
    }

    private List<ParsedEvent>? Find(long rawId, ConfigSnapshot snapshot)
    {
        lock (_gate)
        {
            foreach (var (id, of, events) in _last)
            {
                if (id == rawId && ReferenceEquals(of, snapshot))
                    return events;
            }

            return null;
        }
    }

    private void Keep(long rawId, ConfigSnapshot snapshot, List<ParsedEvent> events)
    {
        // A single event is not asked for twice.
        if (events.Count < 2)
            return;
        lock (_gate)
        {
            _last[_next] = (rawId, snapshot, events);
            _next = (_next + 1) % Kept;
        }
    }
}
