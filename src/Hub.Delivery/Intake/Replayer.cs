using Hub.Core.Adapters;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Routing;
using Hub.Core.Storage;
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
    public async Task<Result<ReplayPlan>> PlanAsync(long messageId, CancellationToken cancel)
    {
        if (await node.Store.FindAsync(messageId, null, cancel) is not { } view || await node.Store.BodiesAsync(messageId, cancel) is not { } bodies)
            return OperatorErrors.NotFound.At();
        var message = view.Message;
        if (bodies.SealedRaw.IsEmpty)
            return DeliveryErrors.BodyUnreadable.At(detail: "Retention has taken the message");
        var snapshot = node.Snapshot;
        if (snapshot.Tenant(message.Tenant) is not { } tenant
            || snapshot.Partner(message.Tenant, message.Source) is not { Inbound: not null } source
            || node.Parts.Adapters.Find(source.Adapter) is not IInboundAdapter adapter)
            return DeliveryErrors.PartnerGone.At(detail: "The configuration no longer has the sending partner");
        var body = node.Parts.Vault.Open(message.Tenant, bodies.SealedRaw.Span);
        if (!body.IsOk)
            return Result<ReplayPlan>.Failed(body.Errors);

        var parsed = node.Foreign.Run(
            new Place("parse", message.Tenant, message.Source, $"{messageId}"),
            (adapter, input: new InboundMessage(body.Value, message.MediaType, message.AcceptedAt, source, tenant.Environment) { Tenant = tenant }),
            static s => s.adapter.Parse(s.input),
            static (_, error) => ParsedMessage.Refused(error));
        if (parsed.Errors.Count > 0)
            return Result<ReplayPlan>.Failed(parsed.Errors);
        var found = parsed.Entries.SelectMany(e => e.Events.Select(happened => (Entry: e, Event: happened))).Skip(message.Ordinal).FirstOrDefault();
        if (found.Event is null)
            return DeliveryErrors.MappingFailed.At(detail: $"The stored message is read otherwise now: it has no event {message.Ordinal}");
        var planned = await _planner.PlanAsync(tenant, message.Source, found.Entry, found.Event, message.Ordinal, null, cancel);
        if (!planned.IsOk)
            return Result<ReplayPlan>.Failed(planned.Errors);
        var plan = planned.Value;
        var wanted = plan.Decisions.Any(d => d.Verdict == RouteVerdict.Deliver) ? plan.Deliveries : [];
        return new ReplayPlan(message.Tenant, plan.Decisions, wanted);
    }
}

/// <summary>What a replay would do.</summary>
/// <param name="Tenant">Tenant of the message.</param>
/// <param name="Decisions">What each route says now.</param>
/// <param name="Deliveries">Deliveries that it would add.</param>
public sealed record ReplayPlan(string Tenant, IReadOnlyList<RouteDecision> Decisions, IReadOnlyList<NewDelivery> Deliveries);
