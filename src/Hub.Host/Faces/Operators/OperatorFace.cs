using System.Globalization;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Security;

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
        ops.MapGet("/messages", door.For(Need.Own, async (context, person) =>
        {
            var filter = MessageQuery.Read(context.Request.Query);
            if (!filter.IsOk)
                return filter.Errors;
            return await PageAsync(context, person, "message.list", filter.Value, door, services);
        })).WithMetadata(OperatorDocs.MessageList);

        ops.MapGet("/messages/{id}", door.For(Need.Own, async (context, person) =>
        {
            if (MessageId(context) is not { } id
                || await services.Store.FindAsync(id, person.Scope.Tenant, context.RequestAborted) is not { } found
                || OwnTraffic.Of(person.Scope, found) is not { } view)
                return [OperatorErrors.NotFound.At()];
            await door.RecordAsync(context, person, "message.view", view.Message.Tenant, id.ToString(CultureInfo.InvariantCulture));
            return await OperatorDoor.AnswerAsync(context, view, OperatorViews.Message);
        })).WithMetadata(OperatorDocs.MessageView);

        ops.MapPost("/messages/_search", door.For(Need.Own, async (context, person) =>
        {
            var filter = await MessageSearch.ReadAsync(context.Request, person.Scope, services);
            if (!filter.IsOk)
                return filter.Errors;
            return await PageAsync(context, person, "message.search", filter.Value, door, services);
        })).WithMetadata(OperatorDocs.MessageSearch);

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
        ops.MapPost("/deliveries/{id}/discard", Delivery(door, services, services.Store.DiscardAsync)).WithMetadata(OperatorDocs.Discard);
        ops.MapPost("/messages/{id}/replay", door.Acting(MessageId, async (context, who) =>
            services.Engine is { } engine ? await engine.ReplayAsync(MessageId(context)!.Value, who, context.RequestAborted) : IntakeErrors.StoreDown.At())).WithMetadata(OperatorDocs.Replay);
    }

    private static RequestDelegate Delivery(
        OperatorDoor door, HubServices services, Func<DeliveryId, OperatorAct, CancellationToken, Task<Result<DeliveryRow>>> act) =>
        door.Acting(context => Id(context)?.MessageId, async (context, who) =>
        {
            var row = await act(Id(context)!.Value, who, context.RequestAborted);
            if (!row.IsOk)
                return Result<IReadOnlyList<DeliveryRow>>.Failed(row.Errors);
            DeliveryRow[] rows = [row.Value];
            services.Engine?.Nudge(rows);
            return rows;
        });

    private static async Task<IReadOnlyList<HubError>> PageAsync(
        HttpContext context, Caller.Operator person, string action, MessageFilter asked, OperatorDoor door, HubServices services)
    {
        var filter = OwnTraffic.Of(person.Scope, asked);
        var page = await services.Store.ListAsync(filter, context.RequestAborted);
        await door.RecordAsync(context, person, action, filter.Tenant, null);
        long? next = page.Count == filter.Limit ? page[^1].Message.MessageId : null;
        IReadOnlyList<MessageView> seen = [.. page.Select(m => OwnTraffic.Of(person.Scope, m)).OfType<MessageView>()];
        return await OperatorDoor.AnswerAsync(context, (seen, next), OperatorViews.Page);
    }

    private static long? MessageId(HttpContext context) =>
        long.TryParse((string?)context.Request.RouteValues["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static DeliveryId? Id(HttpContext context) => DeliveryId.TryParse((string?)context.Request.RouteValues["id"] ?? "", out var id) ? id : null;
}
