using Hub.Host.Composition;
using Hub.Host.Faces.Operators;
using Hub.Host.Metrics;

namespace Hub.Host.Faces;

/// <summary><c>/health/live</c>, <c>/health/ready</c> and <c>/metrics</c>: for probes and collectors, without a key and without anything about patients or partners' data.</summary>
internal static class HealthFace
{
    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    /// <param name="metrics">The metrics page.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services, MetricsPage metrics)
    {
        routes.MapGet("/health/live", (RequestDelegate)(context => JsonAnswer.WriteAsync(context.Response, 200, MediaTypes.Json, "ok", static (json, status) =>
        {
            json.WriteStartObject();
            json.WriteString("status", status);
            json.WriteEndObject();
        }))).WithMetadata(OperatorDocs.Live);
        routes.MapGet("/health/ready", (RequestDelegate)(context => ReadyAsync(context, services))).WithMetadata(OperatorDocs.Ready);
        routes.MapGet("/metrics", (RequestDelegate)(context =>
        {
            context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
            return context.Response.WriteAsync(metrics.Write(), context.RequestAborted);
        })).WithMetadata(OperatorDocs.Metrics);
    }

    // A refused configuration leaves the node ready: the old one works. It is shown, since somebody waits for the new one.
    private static async Task ReadyAsync(HttpContext context, HubServices services)
    {
        var store = await services.Store.IsReadyAsync(context.RequestAborted);
        var engine = services.Engine is not null;
        var leaving = services.IsLeaving;
        var status = store && engine && !leaving ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await JsonAnswer.WriteAsync(context.Response, status, MediaTypes.Json, (store, engine, leaving, services), static (json, s) =>
        {
            json.WriteStartObject();
            json.WriteString("status", s.store && s.engine && !s.leaving ? "ready" : "not ready");
            json.WriteBoolean("store", s.store);
            json.WriteBoolean("engine", s.engine);
            json.WriteBoolean("leaving", s.leaving);
            json.WriteNumber("snapshot", s.services.Snapshots.Current.Number);
            NodeView.Configuration(json, s.services.ConfigErrors);
            json.WriteEndObject();
        });
    }
}
