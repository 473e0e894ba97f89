using System.Globalization;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Composition;

namespace Hub.Host.Faces.Operators;

/// <summary><c>/ops/v1</c>: what operators see and do.</summary>
internal static class OperatorFace
{
    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var ops = routes.MapGroup("/ops/v1");
        var door = new OperatorDoor(services);
        Views(ops, door, services);
        Acts(ops, door, services);
    }

    private static void Views(RouteGroupBuilder ops, OperatorDoor door, HubServices services)
    {
        ops.MapGet("/ledger", door.For(Need.View, async (context, person) =>
        {
            if (MessageQuery.Unknown(context.Request.Query, "tenant") is { Count: > 0 } unknown)
                return unknown;
            var tenant = OperatorDoor.Tenant(context, person);
            var ledger = await services.Store.LedgerAsync(tenant, context.RequestAborted);
            await door.RecordAsync(context, person, "ledger.view", tenant, null);
            return await OperatorDoor.AnswerAsync(context, ledger, OperatorViews.Ledger);
        })).WithMetadata(OperatorDocs.Ledger);

        ops.MapGet("/status", door.For(Need.View, async (context, person) =>
        {
            await door.RecordAsync(context, person, "status.view", null, services.Settings.Node);
            return await OperatorDoor.AnswerAsync(context, (services, person.Scope), NodeView.Write);
        })).WithMetadata(OperatorDocs.Status);
    }

    private static void Acts(RouteGroupBuilder ops, OperatorDoor door, HubServices services)
    {
        ops.MapPost("/deliveries/{id}/redeliver", Delivery(door, services, services.Store.RedeliverAsync)).WithMetadata(OperatorDocs.Redeliver);
        ops.MapPost("/deliveries/{id}/remap", Delivery(door, services, services.Store.RemapAsync)).WithMetadata(OperatorDocs.Remap);
        ops.MapPost("/deliveries/{id}/park", Delivery(door, services, (id, act, cancel) => services.Store.ParkAsync(id, HeldUntil(services, act), act, cancel), UnderWay(services))).WithMetadata(OperatorDocs.Park);
        ops.MapPost("/deliveries/{id}/release", Delivery(door, services, services.Store.ReleaseAsync)).WithMetadata(OperatorDocs.Release);
        ops.MapPost("/deliveries/{id}/discard", Delivery(door, services, services.Store.DiscardAsync, UnderWay(services))).WithMetadata(OperatorDocs.Discard);
        ops.MapPost("/messages/{id}/replay", door.Acting(MessageId, async (context, who) =>
            services.Engine is { } engine ? await engine.ReplayAsync(MessageId(context)!.Value, who, context.RequestAborted) : IntakeErrors.StoreDown.At())).WithMetadata(OperatorDocs.Replay);
    }

    private static Func<DeliveryRow, DateTimeOffset> HeldUntil(HubServices services, OperatorAct act) =>
        services.Engine is { } engine ? engine.HeldUntil : _ => RecoveryPolicy.GiveUpAt(act.At, SagaPolicy.Default.Retry);

    private static RequestDelegate Delivery(
        OperatorDoor door, HubServices services, Func<DeliveryId, OperatorAct, CancellationToken, Task<Result<DeliveryRow>>> act, Func<Func<DeliveryRow, bool>>? underWay = null) =>
        door.Acting(context => Id(context)?.MessageId, async (context, who) =>
        {
            var row = await act(Id(context)!.Value, who, context.RequestAborted);
            if (!row.IsOk)
                return Result<IReadOnlyList<DeliveryRow>>.Failed(row.Errors);
            DeliveryRow[] rows = [row.Value];
            services.Engine?.Nudge(rows);
            return rows;
        }, underWay);

    // What is out already is not called back: it was sent and not answered, or this node is sending it.
    private static Func<Func<DeliveryRow, bool>> UnderWay(HubServices services) => () =>
    {
        var inFlight = services.Engine?.InFlight();
        return row => row.Receipts is { Sends: > 0, Answered: false } || inFlight?.Contains(row.Id) == true;
    };

    private static long? MessageId(HttpContext context) =>
        long.TryParse((string?)context.Request.RouteValues["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static DeliveryId? Id(HttpContext context) => DeliveryId.TryParse((string?)context.Request.RouteValues["id"] ?? "", out var id) ? id : null;
}
