using Hub.Host.Composition;
using Hub.Host.Faces.Operators;
using Hub.Host.Health;
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
        var standing = await Readiness.OfAsync(services, context.RequestAborted);
        var status = standing.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await JsonAnswer.WriteAsync(context.Response, status, MediaTypes.Json, (standing, services), static (json, s) =>
        {
            json.WriteStartObject();
            json.WriteString("status", s.standing.IsReady ? "ready" : "not ready");
            json.WriteBoolean("store", s.standing.Store);
            json.WriteBoolean("engine", s.standing.Engine);
            json.WriteBoolean("leaving", s.standing.Leaving);
            json.WriteNumber("snapshot", s.services.Snapshots.Current.Number);
            NodeView.Configuration(json, s.services.ConfigErrors);
            json.WriteEndObject();
        });
    }
}
