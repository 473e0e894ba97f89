using Hub.Core.Adapters;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Routing;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery.Observability;

namespace Hub.Delivery.Intake;

/// <summary>Sends a stored message through the current adapter and routes again: it gets a delivery more for every route that wants it now. The source is not answered again.</summary>
internal sealed class Replayer(NodeContext node)
{
    private readonly MessagePlanner _planner = new(node);

    /// <summary>Replays one message.</summary>
    public async Task<Result<IReadOnlyList<DeliveryRow>>> ReplayAsync(long messageId, OperatorAct act, CancellationToken cancel)
    {
        var plan = await PlanAsync(messageId, cancel);
        return plan.IsOk
            ? await node.Store.ReplayAsync(messageId, plan.Value.Decisions, plan.Value.Deliveries, act, cancel)
            : Result<IReadOnlyList<DeliveryRow>>.Failed(plan.Errors);
    }

    /// <summary>What a message would be sent as now; nothing is written.</summary>
    public async Task<Result<ReplayPlan>> PlanAsync(long messageId, CancellationToken cancel) => (await PlanAsync([messageId], cancel))[0];

    /// <summary>What messages would be sent as now. Those that came in one batch are read once.</summary>
    public async Task<IReadOnlyList<Result<ReplayPlan>>> PlanAsync(IReadOnlyList<long> messageIds, CancellationToken cancel)
    {
        var raws = await node.Store.RawsAsync(messageIds, cancel);
        var plans = new Dictionary<long, Result<ReplayPlan>>(raws.Count);
        foreach (var batch in raws.GroupBy(r => r.Message.RawId))
        {
            var read = Read(batch.First());
            foreach (var (message, _) in batch)
                plans[message.MessageId] = read.IsOk ? await PlanAsync(message, read.Value, cancel) : Result<ReplayPlan>.Failed(read.Errors);
        }

        return [.. messageIds.Select(id => plans.TryGetValue(id, out var plan) ? plan : OperatorErrors.NotFound.At())];
    }

    private Result<ParsedRaw> Read(StoredRaw raw)
    {
        var message = raw.Message;
        if (raw.SealedRaw.IsEmpty)
            return DeliveryErrors.BodyUnreadable.At(detail: "Retention has taken the message");
        var snapshot = node.Snapshot;
        if (snapshot.Tenant(message.Tenant) is not { } tenant
            || snapshot.Partner(message.Tenant, message.Source) is not { Inbound: not null } source
            || node.Parts.Adapters.Find(source.Adapter) is not IInboundAdapter adapter)
            return DeliveryErrors.PartnerGone.At(detail: "The configuration no longer has the sending partner");
        var body = node.Parts.Vault.Open(message.Tenant, raw.SealedRaw.Span);
        if (!body.IsOk)
            return Result<ParsedRaw>.Failed(body.Errors);

        var parsed = node.Foreign.Run(
            new Place("parse", message.Tenant, message.Source, $"{message.MessageId}"),
            (adapter, input: new InboundMessage(body.Value, message.MediaType, message.AcceptedAt, source, tenant.Environment) { Tenant = tenant }),
            static s => s.adapter.Parse(s.input),
            static (_, error) => ParsedMessage.Refused(error));
        return parsed.Errors.Count > 0
            ? Result<ParsedRaw>.Failed(parsed.Errors)
            : new ParsedRaw(tenant, [.. parsed.Entries.SelectMany(e => e.Events.Select(happened => (e, happened)))]);
    }

    private async Task<Result<ReplayPlan>> PlanAsync(StoredMessage message, ParsedRaw read, CancellationToken cancel)
    {
        if (message.Ordinal >= read.Events.Count)
            return DeliveryErrors.MappingFailed.At(detail: $"The stored message is read otherwise now: it has no event {message.Ordinal}");
        var (entry, happened) = read.Events[message.Ordinal];
        var planned = await _planner.PlanAsync(read.Tenant, message.Source, entry, happened, message.Ordinal, null, cancel);
        if (!planned.IsOk)
            return Result<ReplayPlan>.Failed(planned.Errors);
        var plan = planned.Value;
        var wanted = plan.Decisions.Any(d => d.Verdict == RouteVerdict.Deliver) ? plan.Deliveries : [];
        return new ReplayPlan(message.Tenant, plan.Decisions, wanted);
    }

    private sealed record ParsedRaw(TenantConfig Tenant, IReadOnlyList<(ParsedEntry Entry, ParsedEvent Event)> Events);
}

/// <summary>What a replay would do.</summary>
/// <param name="Tenant">Tenant of the message.</param>
/// <param name="Decisions">What each route says now.</param>
/// <param name="Deliveries">Deliveries that it would add.</param>
public sealed record ReplayPlan(string Tenant, IReadOnlyList<RouteDecision> Decisions, IReadOnlyList<NewDelivery> Deliveries);
