using Hub.Core.Errors;
using Hub.Host.Composition;
using Hub.Host.Registers;
using Hub.Host.Security;

namespace Hub.Host.Faces.Operators;

/// <summary><c>/ops/v1/plan-conflicts</c>: edits of shared plans that did not become a version. What they say is shown to administrators only, with a purpose; a version that merges them is written by those who treat the patient (<c>$resolve</c> of the FHIR face).</summary>
internal static class PlanConflictFace
{
    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        const string Root = "/ops/v1/plan-conflicts";
        var door = new OperatorDoor(services);
        var conflicts = new PlanConflicts(services);
        routes.MapGet(Root, door.For(Need.View, async (context, person) =>
        {
            var asked = OperatorDoor.Tenant(context, person);
            var query = PlanConflictQuery.Read(asked, context.Request.Query, services.Snapshots.Current);
            if (!query.IsOk)
                return query.Errors;
            var page = await conflicts.FindAsync(asked, query.Value, context.RequestAborted);
            await door.RecordAsync(context, person, "plan.conflict.list", asked, null);
            return await OperatorDoor.AnswerAsync(context, (page, query.Value.Limit), PlanConflictViews.Page);
        })).WithMetadata(PlanConflictDocs.List);
        const string One = Root + "/{tenant}/{conflict}";
        routes.MapGet(One, For(door, Need.View, conflicts, async (context, person, found) =>
        {
            await door.RecordAsync(context, person, "plan.conflict.view", found.Tenant, found.Id);
            return await OperatorDoor.AnswerAsync(context, (found, await conflicts.HistoryAsync(found, context.RequestAborted)), PlanConflictViews.One);
        })).WithMetadata(PlanConflictDocs.One);
        routes.MapPost(One + "/difference", For(door, Need.Body, conflicts, (context, person, found) => DifferenceAsync(context, person, found, door, conflicts))).WithMetadata(PlanConflictDocs.Difference);
        routes.MapPost(One + "/dismiss", For(door, Need.Act, conflicts, (context, person, found) => DismissAsync(context, person, found, door, conflicts))).WithMetadata(PlanConflictDocs.Dismiss);
    }

    private static RequestDelegate For(OperatorDoor door, Need need, PlanConflicts conflicts, Func<HttpContext, Caller.Operator, PlanConflict, Task<IReadOnlyList<HubError>>> work) =>
        door.For(need, async (context, person) =>
        {
            var values = context.Request.RouteValues;
            return await conflicts.OneAsync((string)values["tenant"]!, (string)values["conflict"]!, context.RequestAborted) is { } found
                ? await work(context, person, found)
                : [OperatorErrors.NotFound.At()];
        });

    private static async Task<IReadOnlyList<HubError>> DifferenceAsync(HttpContext context, Caller.Operator person, PlanConflict found, OperatorDoor door, PlanConflicts conflicts)
    {
        var body = await JsonBody.ReadAsync(context.Request, "purpose");
        if (!body.IsOk)
            return body.Errors;
        var errors = new List<HubError>();
        var purpose = JsonBody.Required(body.Value, "purpose", 500, errors);
        if (errors.Count > 0)
            return errors;
        await door.RecordAsync(context, person, "plan.conflict.body", found.Tenant, found.Id, purpose);
        if (found.Edit is not { } refused)
            return [DeliveryErrors.BodyUnreadable.At()];
        var history = await conflicts.HistoryAsync(found, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return await OperatorDoor.AnswerAsync(context, (found, PlanDifference.Of(refused, history)), PlanConflictViews.Difference);
    }

    private static async Task<IReadOnlyList<HubError>> DismissAsync(HttpContext context, Caller.Operator person, PlanConflict found, OperatorDoor door, PlanConflicts conflicts)
    {
        var act = await door.ActAsync(context, person);
        if (!act.IsOk)
            return act.Errors;
        var dismissed = await conflicts.DismissAsync(found, act.Value, context.RequestAborted);
        return dismissed.IsOk ? await OperatorDoor.AnswerAsync(context, dismissed.Value, PlanConflictViews.Only) : dismissed.Errors;
    }
}
