using System.Text.Json;
using Hub.Core.Errors;
using Hub.Host.Actions;
using Hub.Host.Composition;
using Hub.Host.Errors;
using Hub.Host.Security;

namespace Hub.Host.Faces.Operators;

/// <summary><c>/ops/v1/actions</c>: acts on many deliveries at once, first shown, then done.</summary>
internal static class ActionFace
{
    private const int DefaultRate = 50;
    private const int MostRate = 2000;

    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        const string Root = "/ops/v1/actions";
        var door = new OperatorDoor(services);
        var register = new ActionRegister(services);
        routes.MapPost(Root + "/preview", door.For(Need.Act, (context, person) => PreviewAsync(context, person, door, services))).WithMetadata(ActionDocs.Preview);
        routes.MapPost(Root, door.For(Need.Act, (context, person) => StartAsync(context, person, register, services))).WithMetadata(ActionDocs.Start);
        routes.MapGet(Root, door.For(Need.View, (context, person) => ListAsync(context, person, door, register))).WithMetadata(ActionDocs.List);
        routes.MapGet(Root + "/{id}", door.For(Need.View, async (context, person) =>
        {
            if (await FindAsync(context, person, register) is not { } action)
                return [OperatorErrors.NotFound.At()];
            await door.RecordAsync(context, person, "action.view", action.Tenant, action.Id);
            return await OperatorDoor.AnswerAsync(context, action, ActionViews.One);
        })).WithMetadata(ActionDocs.View);
        routes.MapPost(Root + "/{id}/cancel", door.For(Need.Act, async (context, person) =>
        {
            var act = await door.ActAsync(context, person);
            if (!act.IsOk)
                return act.Errors;
            if (await FindAsync(context, person, register) is not { } action)
                return [OperatorErrors.NotFound.At()];
            var ended = await register.CancelAsync(action.Id, act.Value, context.RequestAborted);
            return ended.IsOk ? await OperatorDoor.AnswerAsync(context, ended.Value, ActionViews.One) : ended.Errors;
        })).WithMetadata(ActionDocs.Cancel);
    }

    private static async Task<IReadOnlyList<HubError>> ListAsync(HttpContext context, Caller.Operator person, OperatorDoor door, ActionRegister register)
    {
        var query = context.Request.Query;
        var errors = MessageQuery.Unknown(query, "tenant", "before", "limit");
        var limit = (int)(MessageQuery.Number(query, "limit", 50, 200, errors) ?? 50);
        var before = query["before"] is [{ } text] ? text : null;
        if (before is not null && !Guid.TryParseExact(before, "N", out _))
            errors.Add(HttpErrors.BadParameter.At("before", "Must be the id of an action, as 'next' of the page before"));
        if (errors.Count > 0)
            return errors;
        var tenant = OperatorDoor.Tenant(context, person);
        var actions = await register.ListAsync(tenant, before, limit, context.RequestAborted);
        await door.RecordAsync(context, person, "action.list", tenant, null);
        return await OperatorDoor.AnswerAsync(context, (actions, limit), ActionViews.Page);
    }

    private static async Task<StoredAction?> FindAsync(HttpContext context, Caller.Operator person, ActionRegister register) =>
        await register.FindAsync((string)context.Request.RouteValues["id"]!, context.RequestAborted) is { } found && (person.Scope.Tenant is null || found.Tenant == person.Scope.Tenant) ? found : null;

    private static async Task<IReadOnlyList<HubError>> PreviewAsync(HttpContext context, Caller.Operator person, OperatorDoor door, HubServices services)
    {
        var body = await JsonBody.ReadAsync(context.Request, "kind", "target", "include");
        if (!body.IsOk)
            return body.Errors;
        var asked = new ActionReader(services, person.Scope, body.Value).Read();
        if (!asked.IsOk)
            return asked.Errors;
        var (verb, target, also) = asked.Value;
        var preview = await new ActionSelection(services).PreviewAsync(verb, target, also, context.RequestAborted);
        if (!preview.IsOk)
            return preview.Errors;
        await door.RecordAsync(context, person, "action.preview", target.Tenant, target.Words);
        var shown = new PreviewToken(
            PreviewToken.HashOf(verb, body.Value.GetProperty("target"), also, person.Name), services.Time.GetUtcNow(),
            new ShownCounts(preview.Value.Matched, preview.Value.AlreadyDelivered, preview.Value.Duplicates, preview.Value.ToDo.Count));
        return await OperatorDoor.AnswerAsync(context, (preview.Value, shown.Text(services.Vault)), ActionViews.Preview);
    }

    private static async Task<IReadOnlyList<HubError>> StartAsync(HttpContext context, Caller.Operator person, ActionRegister register, HubServices services)
    {
        var body = await JsonBody.ReadAsync(context.Request, "kind", "target", "include", "reason", "perSecond", "preview");
        if (!body.IsOk)
            return body.Errors;
        var asked = new ActionReader(services, person.Scope, body.Value).Read();
        if (!asked.IsOk)
            return asked.Errors;
        var errors = new List<HubError>();
        var reason = JsonBody.Required(body.Value, "reason", 400, errors);
        var token = JsonBody.Required(body.Value, "preview", 4000, errors);
        var rate = Rate(body.Value, errors);
        if (errors.Count > 0)
            return errors;
        var (verb, target, also) = asked.Value;
        var now = services.Time.GetUtcNow();
        var shown = PreviewToken.Read(token, PreviewToken.HashOf(verb, body.Value.GetProperty("target"), also, person.Name), services.Vault, now);
        if (!shown.IsOk)
            return shown.Errors;
        var id = PreviewToken.ActionId(token, shown.Value.At);
        if (await register.FindAsync(id, context.RequestAborted) is { } started)
            return await AcceptedAsync(context, started);
        var preview = await new ActionSelection(services).PreviewAsync(verb, target, also, context.RequestAborted);
        if (!preview.IsOk)
            return preview.Errors;
        if (preview.Value.Differs(shown.Value.Counts) is { } how)
            return [OperatorErrors.SelectionChanged.At(detail: how)];
        if (preview.Value.ToDo.Count == 0)
            return [OperatorErrors.NothingToDo.At()];
        var action = new StoredAction(id, verb, target.Tenant, target.Words, person.Name, reason, preview.Value.ToDo.Count)
        {
            PerSecond = rate,
            AlsoDelivered = also,
            StartedAt = now,
        };
        var begun = await register.StartAsync(action, preview.Value.ToDo, context.RequestAborted);
        if ((begun ? action : await register.FindAsync(id, context.RequestAborted)) is not { } kept)
            return [OperatorErrors.SelectionChanged.At("$.preview", "The preview was used before")];
        return await AcceptedAsync(context, kept);
    }

    private static async Task<IReadOnlyList<HubError>> AcceptedAsync(HttpContext context, StoredAction action)
    {
        await JsonAnswer.WriteAsync(context.Response, StatusCodes.Status202Accepted, MediaTypes.Json, action, ActionViews.One);
        return [];
    }

    private static int Rate(JsonElement body, List<HubError> errors)
    {
        if (!body.TryGetProperty("perSecond", out var value))
            return DefaultRate;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var rate) && rate is >= 1 and <= MostRate)
            return rate;
        errors.Add(HttpErrors.BadParameter.At("$.perSecond", $"Must be a whole number from 1 to {MostRate}"));
        return DefaultRate;
    }
}
