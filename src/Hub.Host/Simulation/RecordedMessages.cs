using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Core.Tenants;

namespace Hub.Host.Simulation;

/// <summary>Reads stored messages as a configuration reads them. Keeps the last raw message: those of one batch follow each other.</summary>
/// <param name="tenant">The tenant by that configuration.</param>
/// <param name="adapters">Adapters of the installation.</param>
internal sealed class RecordedMessages(TenantConfig tenant, AdapterCatalogue adapters)
{
    private (long RawId, Result<IReadOnlyList<ParsedEvent>> Events)? _last;

    /// <summary>The event of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="body">Its raw bytes.</param>
    /// <returns>The event, or why it cannot be read.</returns>
    public Result<ParsedEvent> Read(StoredMessage message, ReadOnlyMemory<byte> body)
    {
        if (_last?.RawId != message.RawId)
            _last = (message.RawId, Parse(message, body));
        var events = _last!.Value.Events;
        if (!events.IsOk)
            return Result<ParsedEvent>.Failed(events.Errors);
        return message.Ordinal < events.Value.Count
            ? events.Value[message.Ordinal]
            : DeliveryErrors.MappingFailed.At(detail: $"The stored message is read otherwise: it has no event {message.Ordinal}");
    }

    private Result<IReadOnlyList<ParsedEvent>> Parse(StoredMessage message, ReadOnlyMemory<byte> body)
    {
        if (tenant.Partners.GetValueOrDefault(message.Source) is not { Inbound: not null } source || adapters.Find(source.Adapter) is not IInboundAdapter adapter)
            return DeliveryErrors.PartnerGone.At(detail: "The configuration does not have the sending partner");
        var parsed = Attempt.Of(
            () => adapter.Parse(new InboundMessage(body, message.MediaType, message.AcceptedAt, source, tenant.Environment) { Tenant = tenant }),
            ParsedMessage.Refused);
        if (parsed.Errors.Count > 0)
            return Result<IReadOnlyList<ParsedEvent>>.Failed(parsed.Errors);
        var events = parsed.Entries.SelectMany(e => e.Events).ToList();
        return events.Count == 0 && parsed.Entries.SelectMany(e => e.Errors).ToList() is { Count: > 0 } errors ? Result<IReadOnlyList<ParsedEvent>>.Failed(errors) : events;
    }
}
