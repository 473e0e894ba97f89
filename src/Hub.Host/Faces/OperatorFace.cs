using System.Globalization;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Composition;

namespace Hub.Host.Faces;

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
        ops.MapGet("/messages", door.For(async (context, person) =>
        {
            var filter = MessageQuery.Read(context.Request.Query);
            if (!filter.IsOk)
                return filter.Errors;
            var page = await services.Store.ListAsync(filter.Value, context.RequestAborted);
            await door.RecordAsync(context, person, "message.list", filter.Value.Tenant, null);
            return await OperatorDoor.AnswerAsync(context, (page, filter.Value.Limit), OperatorViews.Page);
        })).WithMetadata(OperatorDocs.MessageList);

        ops.MapGet("/messages/{id}", door.For(async (context, person) =>
        {
            if (!long.TryParse((string?)context.Request.RouteValues["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                || await services.Store.FindAsync(id, null, context.RequestAborted) is not { } view)
                return [OperatorErrors.NotFound.At()];
            await door.RecordAsync(context, person, "message.view", view.Message.Tenant, id.ToString(CultureInfo.InvariantCulture));
            return await OperatorDoor.AnswerAsync(context, view, OperatorViews.Message);
        })).WithMetadata(OperatorDocs.MessageView);

        ops.MapPost("/messages/_search", door.For(async (context, person) =>
        {
            var filter = await MessageSearch.ReadAsync(context.Request, services);
            if (!filter.IsOk)
                return filter.Errors;
            var page = await services.Store.ListAsync(filter.Value, context.RequestAborted);
            await door.RecordAsync(context, person, "message.search", filter.Value.Tenant, null);
            return await OperatorDoor.AnswerAsync(context, (page, filter.Value.Limit), OperatorViews.Page);
        })).WithMetadata(OperatorDocs.MessageSearch);

        ops.MapGet("/ledger", door.For(async (context, person) =>
        {
            if (MessageQuery.Unknown(context.Request.Query, "tenant") is { Count: > 0 } unknown)
                return unknown;
            string? tenant = context.Request.Query["tenant"];
            var ledger = await services.Store.LedgerAsync(tenant, context.RequestAborted);
            await door.RecordAsync(context, person, "ledger.view", tenant, null);
            return await OperatorDoor.AnswerAsync(context, ledger, OperatorViews.Ledger);
        })).WithMetadata(OperatorDocs.Ledger);

        ops.MapGet("/status", door.For(async (context, person) =>
        {
            await door.RecordAsync(context, person, "status.view", null, services.Settings.Node);
            return await OperatorDoor.AnswerAsync(context, services, NodeView.Write);
        })).WithMetadata(OperatorDocs.Status);
    }

    private static void Acts(RouteGroupBuilder ops, OperatorDoor door, HubServices services)
    {
        ops.MapPost("/deliveries/{id}/redeliver", Delivery(door, services, services.Store.RedeliverAsync)).WithMetadata(OperatorDocs.Redeliver);
        ops.MapPost("/deliveries/{id}/remap", Delivery(door, services, services.Store.RemapAsync)).WithMetadata(OperatorDocs.Remap);
        ops.MapPost("/deliveries/{id}/discard", Delivery(door, services, services.Store.DiscardAsync)).WithMetadata(OperatorDocs.Discard);
        ops.MapPost("/messages/{id}/replay", door.Acting(async (context, who) =>
        {
            if (!long.TryParse((string?)context.Request.RouteValues["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                return OperatorErrors.NotFound.At();
            return services.Engine is { } engine ? await engine.ReplayAsync(id, who, context.RequestAborted) : IntakeErrors.StoreDown.At();
        })).WithMetadata(OperatorDocs.Replay);
    }

    private static RequestDelegate Delivery(
        OperatorDoor door, HubServices services, Func<DeliveryId, OperatorAct, CancellationToken, Task<Result<DeliveryRow>>> act) =>
        door.Acting(async (context, who) =>
        {
            if (!DeliveryId.TryParse((string?)context.Request.RouteValues["id"] ?? "", out var id))
                return OperatorErrors.NotFound.At();
            var row = await act(id, who, context.RequestAborted);
            if (!row.IsOk)
                return Result<IReadOnlyList<DeliveryRow>>.Failed(row.Errors);
            DeliveryRow[] rows = [row.Value];
            services.Engine?.Nudge(rows);
            return rows;
        });
}
