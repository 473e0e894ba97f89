using System.Text.Json;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Delivery.Pauses;
using Hub.Host.Composition;
using Hub.Host.Errors;
using Hub.Host.Security;

namespace Hub.Host.Faces.Operators;

/// <summary><c>/ops/v1/pauses</c>: lets deliveries wait, and lets them go on. What comes in is taken in all the same.</summary>
internal static class PauseFace
{
    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        const string Root = "/ops/v1/pauses";
        var door = new OperatorDoor(services);
        routes.MapGet(Root, door.For(Need.View, (context, person) => ListAsync(context, person, door, services))).WithMetadata(PauseDocs.List);
        var pauses = routes.MapGroup(Root);
        foreach (var (address, doc) in new[] { ("/{tenant}", PauseDocs.Tenant), ("/{tenant}/partners/{partner}", PauseDocs.Partner), ("/{tenant}/routes/{route}", PauseDocs.Route) })
        {
            pauses.MapPut(address, door.For(Need.Act, (context, person) => PauseAsync(context, person, services))).WithMetadata(doc.Pause);
            pauses.MapDelete(address, door.For(Need.Act, (context, person) => ResumeAsync(context, person, door, services))).WithMetadata(doc.Resume);
        }
    }

    private static async Task<IReadOnlyList<HubError>> ListAsync(HttpContext context, Caller.Operator person, OperatorDoor door, HubServices services)
    {
        if (MessageQuery.Unknown(context.Request.Query, "tenant") is { Count: > 0 } unknown)
            return unknown;
        if (services.Engine is not { } engine)
            return [IntakeErrors.StoreDown.At()];
        var tenant = OperatorDoor.Tenant(context, person);
        var found = await engine.Pauses.ListAsync(context.RequestAborted);
        await door.RecordAsync(context, person, "pause.list", tenant, null);
        return await OperatorDoor.AnswerAsync(context, found.Where(p => tenant is null || p.Target.Tenant == tenant), Write);
    }

    private static async Task<IReadOnlyList<HubError>> PauseAsync(HttpContext context, Caller.Operator person, HubServices services)
    {
        var body = await JsonBody.ReadAsync(context.Request, "reason", "until");
        if (!body.IsOk)
            return body.Errors;
        var errors = new List<HubError>();
        var reason = JsonBody.Required(body.Value, "reason", 500, errors);
        var until = Until(body.Value, services.Time.GetUtcNow(), errors);
        if (errors.Count > 0)
            return errors;
        var target = Target(context);
        if (!target.IsIn(services.Snapshots.Current))
            return [OperatorErrors.NotFound.At()];
        if (services.Engine is not { } engine)
            return [IntakeErrors.StoreDown.At()];
        var pause = await engine.Pauses.PauseAsync(target, until, new OperatorAct(person.Name, services.Time.GetUtcNow(), reason), context.RequestAborted);
        return await OperatorDoor.AnswerAsync(context, pause, PauseViews.One);
    }

    // What the configuration no longer has can still be let go.
    private static async Task<IReadOnlyList<HubError>> ResumeAsync(HttpContext context, Caller.Operator person, OperatorDoor door, HubServices services)
    {
        var act = await door.ActAsync(context, person);
        if (!act.IsOk)
            return act.Errors;
        if (services.Engine is not { } engine)
            return [IntakeErrors.StoreDown.At()];
        if (!await engine.Pauses.ResumeAsync(Target(context), act.Value, context.RequestAborted))
            return [OperatorErrors.NotPaused.At()];
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return [];
    }

    private static DateTimeOffset? Until(JsonElement body, DateTimeOffset now, List<HubError> errors)
    {
        if (JsonBody.Optional(body, "until", 40, errors) is not { } text)
            return null;
        if (Asked.Moment(text) is { } until && until > now)
            return until.ToUniversalTime();
        errors.Add(HttpErrors.BadParameter.At("$.until", "Must be a moment to come, such as 2026-03-01T08:15:00Z"));
        return null;
    }

    private static PauseTarget Target(HttpContext context)
    {
        var values = context.Request.RouteValues;
        return new PauseTarget((string)values["tenant"]!, (string?)values["partner"], (string?)values["route"]);
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<Pause> pauses)
    {
        json.WriteStartObject();
        PauseViews.Array(json, pauses);
        json.WriteEndObject();
    }
}
