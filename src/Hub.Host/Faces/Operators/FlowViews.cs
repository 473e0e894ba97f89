using System.Text.Json;
using Hub.Core.Content;
using Hub.Core.Storage;
using Hub.Delivery.Pauses;

namespace Hub.Host.Faces.Operators;

/// <summary>Flows and series in JSON.</summary>
internal static class FlowViews
{
    /// <summary>The edges of the flow map.</summary>
    public static void Edges(Utf8JsonWriter json, (FlowFilter Filter, IReadOnlyList<FlowEdge> Edges, DateTimeOffset Now, IReadOnlyList<Pause> Pauses, IReadOnlySet<(string Tenant, string Partner)> Down) flow)
    {
        json.WriteStartObject();
        Head(json, flow.Filter);
        json.WriteStartArray("edges");
        foreach (var edge in flow.Edges)
            Edge(json, edge, flow.Now, Paused(edge, flow.Pauses), edge.Partner is { } partner && flow.Down.Contains((edge.Tenant, partner)));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The points of a chart.</summary>
    public static void Series(Utf8JsonWriter json, (FlowFilter Filter, SeriesMetric Metric, IReadOnlyList<SeriesPoint> Points) series)
    {
        json.WriteStartObject();
        Head(json, series.Filter);
        json.WriteString("metric", OperatorViews.Name(series.Metric));
        json.WriteString("unit", series.Metric switch { SeriesMetric.Delay => "ms", SeriesMetric.Age => "s", _ => "count" });
        json.WriteStartArray("points");
        foreach (var point in series.Points)
        {
            json.WriteStartObject();
            json.WriteString("at", point.At);
            if (point.Value is { } value)
                json.WriteNumber(series.Metric == SeriesMetric.Delay ? "p50" : "value", value);
            if (point.P95 is { } p95)
                json.WriteNumber("p95", p95);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Head(Utf8JsonWriter json, FlowFilter filter)
    {
        MessageViews.Text(json, "tenant", filter.Tenant);
        json.WriteString("from", filter.From);
        json.WriteString("to", filter.To);
    }

    // The widest pause is the one that must be resumed first.
    private static string? Paused(FlowEdge edge, IReadOnlyList<Pause> pauses)
    {
        var targets = pauses.Select(p => p.Target).Where(t => edge is { Partner: { } partner, Route: { } route } && t.Covers(edge.Tenant, partner, route)).ToList();
        return targets.Count == 0 ? null : targets.Any(t => t is { Partner: null, Route: null }) ? "tenant" : targets.Any(t => t.Partner is not null) ? "partner" : "route";
    }

    private static void Edge(Utf8JsonWriter json, FlowEdge edge, DateTimeOffset now, string? paused, bool isDown)
    {
        json.WriteStartObject();
        json.WriteString("tenant", edge.Tenant);
        json.WriteString("source", edge.Source);
        MessageViews.Text(json, "partner", edge.Partner);
        MessageViews.Text(json, "route", edge.Route);
        json.WriteString("content", edge.Content.Name());
        json.WriteNumber("accepted", edge.Accepted);
        json.WriteNumber("delivered", edge.Delivered);
        json.WriteNumber("failed", edge.Failed);
        json.WriteNumber("pending", edge.Pending);
        if (edge.P50Ms is { } p50)
            json.WriteNumber("p50Ms", p50);
        if (edge.P95Ms is { } p95)
            json.WriteNumber("p95Ms", p95);
        if (edge.OldestPendingAt is { } oldest)
            json.WriteString("oldestPendingAt", oldest);
        json.WriteString("health", OperatorViews.Name(FlowVerdict.Of(edge, now, paused is not null, isDown)));
        MessageViews.Text(json, "paused", paused);
        json.WriteEndObject();
    }
}
