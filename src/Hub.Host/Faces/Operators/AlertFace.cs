using System.Text.Json;
using Hub.Host.Alerts;
using Hub.Host.Composition;
using Hub.Host.Errors;

namespace Hub.Host.Faces.Operators;

/// <summary><c>/ops/v1/alerts</c>: what a person must look at now.</summary>
internal static class AlertFace
{
    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var door = new OperatorDoor(services);
        routes.MapGet("/ops/v1/alerts", door.For(Need.View, async (context, person) =>
        {
            if (MessageQuery.Unknown(context.Request.Query, "tenant") is { Count: > 0 } unknown)
                return unknown;
            var tenant = OperatorDoor.Tenant(context, person);
            var current = await services.Health.Alerts.CurrentAsync(context.RequestAborted);
            await door.RecordAsync(context, person, "alert.list", tenant, null);
            var norwegian = Speech.IsNorwegian(context.Request);
            return await OperatorDoor.AnswerAsync(
                context, (current.Where(a => a.ClosedAt is null && (tenant is null || a.Alert.Tenant == tenant)).OrderByDescending(a => a.Alert.Severity).ThenBy(a => a.Since), norwegian), Write);
        })).WithMetadata(HealthDocs.AlertList);
    }

    private static void Write(Utf8JsonWriter json, (IOrderedEnumerable<StoredAlert> Open, bool Norwegian) alerts)
    {
        json.WriteStartObject();
        json.WriteStartArray("alerts");
        foreach (var alert in alerts.Open)
        {
            json.WriteStartObject();
            AlertJson.Fields(json, alert, alerts.Norwegian);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
