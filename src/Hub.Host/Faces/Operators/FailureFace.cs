using System.Text.Json;
using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Demo;

namespace Hub.Host.Faces.Operators;

/// <summary><c>GET /ops/v1/failures</c>: what fails in the same way, together.</summary>
internal static class FailureFace
{
    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var door = new OperatorDoor(services);
        routes.MapGet("/ops/v1/failures", door.For(Need.Own, async (context, person) =>
        {
            var asked = Asked.Of(context.Request.Query, "tenant", "partner", "route", "code", "from", "to");
            var (from, to) = asked.Period();
            var filter = new FailureFilter(asked.Text("tenant") ?? person.Scope.Tenant)
            {
                Partner = asked.Text("partner") ?? person.Scope.Partner,
                Route = asked.Text("route"),
                Code = asked.Text("code"),
                From = from,
                To = to,
            };
            if (asked.Errors.Count > 0)
                return asked.Errors;
            var groups = await services.Store.FailuresAsync(filter, context.RequestAborted);
            await door.RecordAsync(context, person, "failure.list", filter.Tenant, null);
            return await OperatorDoor.AnswerAsync(context, groups, Write);
        })).WithMetadata(FailureDocs.List);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<FailureGroup> groups)
    {
        json.WriteStartObject();
        json.WriteStartArray("groups");
        foreach (var group in groups)
            Write(json, group);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FailureGroup group)
    {
        var definition = CodeTitles.Find(group.Code);
        json.WriteStartObject();
        json.WriteString("tenant", group.Tenant);
        json.WriteString("partner", group.Partner);
        json.WriteString("route", group.Route);
        json.WriteString("code", group.Code);
        json.WriteString("title", definition?.Title ?? "");
        MessageViews.Text(json, "action", definition?.Action);
        json.WriteNumber("count", group.Count);
        json.WriteNumber("deadLettered", group.DeadLettered);
        json.WriteString("firstSeen", group.FirstSeen);
        json.WriteString("lastSeen", group.LastSeen);
        json.WriteBoolean("retriable", definition?.Retryable ?? false);
        json.WriteStartArray("exampleMessages");
        foreach (var example in group.Examples)
            json.WriteStringValue(MessageViews.Number(example));
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
