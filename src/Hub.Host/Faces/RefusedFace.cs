using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Faces.Operators;
using Hub.Host.Polling;

namespace Hub.Host.Faces;

/// <summary><c>/ops/v1/refused</c>: what feeds brought and the intake refused for good, and what operators do about it. No body is shown.</summary>
internal static class RefusedFace
{
    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var door = new OperatorDoor(services);
        var ops = routes.MapGroup("/ops/v1");
        var acts = new RefusedActs(services.Store, services.Vault, () => services.Intake);
        ops.MapGet("/refused", door.For(Need.View, async (context, person) =>
        {
            var query = RefusedQuery.Read(OperatorDoor.Tenant(context, person), context.Request.Query, services.Snapshots.Current);
            if (!query.IsOk)
                return query.Errors;
            var page = await services.Store.FindAsync(query.Value, context.RequestAborted);
            await door.RecordAsync(context, person, "input.list", query.Value.Tenant, null);
            return await OperatorDoor.AnswerAsync(context, (page, query.Value.Limit, services.Vault), RefusedViews.Page);
        })).WithMetadata(FeedDocs.RefusedList);
        ops.MapPost("/refused/{tenant}/{key}/retry", Acting(door, acts.RetryAsync)).WithMetadata(FeedDocs.RefusedRetry);
        ops.MapPost("/refused/{tenant}/{key}/discard", Acting(door, acts.DiscardAsync)).WithMetadata(FeedDocs.RefusedDiscard);
    }

    private static RequestDelegate Acting(OperatorDoor door, Func<string, string, OperatorAct, CancellationToken, Task<Result<RefusedOutcome>>> act) =>
        door.For(Need.Act, async (context, person) =>
        {
            var reasoned = await door.ActAsync(context, person);
            if (!reasoned.IsOk)
                return reasoned.Errors;
            var (tenant, key) = ((string)context.Request.RouteValues["tenant"]!, (string)context.Request.RouteValues["key"]!);
            var done = await act(tenant, key, reasoned.Value, context.RequestAborted);
            return done.IsOk ? await OperatorDoor.AnswerAsync(context, done.Value, RefusedViews.Outcome) : done.Errors;
        });
}
