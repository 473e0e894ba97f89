using System.Collections.Frozen;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Host.Composition;
using Hub.Host.Security;

namespace Hub.Host.Faces.Operators;

/// <summary><c>GET /ops/v1/flow</c> and <c>/ops/v1/series</c>: who sends what to whom and how it fares, for maps and charts.</summary>
internal static class FlowFace
{
    private const int MostPoints = 2000;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly FrozenDictionary<string, TimeSpan> Steps = new Dictionary<string, TimeSpan>
    {
        ["5m"] = TimeSpan.FromMinutes(5),
        ["1h"] = TimeSpan.FromHours(1),
        ["1d"] = TimeSpan.FromDays(1),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, SeriesMetric> Metrics = Enum.GetValues<SeriesMetric>().ToFrozenDictionary(OperatorViews.Name, m => m, StringComparer.Ordinal);

    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var door = new OperatorDoor(services);
        var ops = routes.MapGroup("/ops/v1");
        ops.MapGet("/flow", door.For(Need.Own, async (context, person) =>
        {
            var asked = Asked.Of(context.Request.Query, "tenant", "source", "partner", "from", "to");
            var filter = Filter(asked, person.Scope, services);
            if (asked.Errors.Count > 0)
                return asked.Errors;
            var edges = await services.Store.FlowsAsync(filter, context.RequestAborted);
            await door.RecordAsync(context, person, "flow.view", filter.Tenant, null);
            var snapshot = services.Snapshots.Current;
            IReadOnlyList<FlowEdge> shown = [.. edges.Where(e => e.Accepted > 0 || IsConfigured(snapshot, e))];
            var now = services.Time.GetUtcNow();

            // A period that is over is shown as it was.
            var isOver = filter.To + Minute < now;
            var pauses = isOver ? [] : services.Engine?.Pauses.Current ?? [];
            var down = isOver ? new HashSet<(string, string)>() : await services.Health.Reading.DownAsync(filter.Tenant, context.RequestAborted);
            return await OperatorDoor.AnswerAsync(context, (filter, shown, Earlier(filter.To, now), pauses, down), FlowViews.Edges);
        })).WithMetadata(FlowDocs.Flow);

        ops.MapGet("/series", door.For(Need.Own, async (context, person) =>
        {
            var asked = Asked.Of(context.Request.Query, "tenant", "source", "partner", "from", "to", "step", "metric");
            var filter = Filter(asked, person.Scope, services);
            var step = asked.OneOf("step", Steps) ?? TimeSpan.FromHours(1);
            var metric = asked.OneOf("metric", Metrics) ?? SeriesMetric.Volume;
            if ((filter.To - filter.From) / step > MostPoints)
                asked.Refuse("step", $"At most {MostPoints} points: ask for a wider step or a shorter period");
            if (asked.Errors.Count > 0)
                return asked.Errors;
            var points = await services.Store.SeriesAsync(filter, step, metric, context.RequestAborted);
            await door.RecordAsync(context, person, "series.view", filter.Tenant, OperatorViews.Name(metric));
            return await OperatorDoor.AnswerAsync(context, (filter, metric, points), FlowViews.Series);
        })).WithMetadata(FlowDocs.Series);
    }

    // The last day, unless something else is asked for.
    private static FlowFilter Filter(Asked asked, Scope scope, HubServices services)
    {
        var (from, to) = asked.Period();
        var end = to ?? services.Time.GetUtcNow();
        var begin = from ?? end.AddDays(-1);
        if (to is null && from >= end)
            asked.Refuse("from", "Must not lie ahead");
        return new FlowFilter(asked.Text("tenant") ?? scope.Tenant, begin, end) { Source = asked.Text("source"), Partner = asked.Text("partner"), Party = scope.Partner };
    }

    // What was configured once and sent nothing since is not silent, it is gone.
    private static bool IsConfigured(ConfigSnapshot snapshot, FlowEdge edge) =>
        edge.Route is not null && snapshot.Tenant(edge.Tenant)?.Routes.Any(r => r.Name == edge.Route && r.To == edge.Partner && r.Enabled && (r.From.Count == 0 || r.From.Contains(edge.Source))) == true;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
