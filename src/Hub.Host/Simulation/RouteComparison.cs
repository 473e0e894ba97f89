using Hub.Core.Mappings;
using Hub.Core.Routing;
using Hub.Host.Commands;

namespace Hub.Host.Simulation;

/// <summary>A route's change for one message.</summary>
/// <param name="Route">Its name.</param>
/// <param name="Partner">The partner it sends to.</param>
/// <param name="Change">What changes.</param>
/// <param name="Code">Code of the error, null when none.</param>
internal sealed record ComparedRoute(string Route, string Partner, RouteChange Change, string? Code);

/// <summary>Compares what two configurations make of one event. Pure.</summary>
internal static class RouteComparison
{
    /// <summary>Compares by route and partner: a route to several partners is several.</summary>
    /// <param name="before">What the configuration in force makes of it.</param>
    /// <param name="after">What the other makes of it.</param>
    /// <returns>One line for each route that sends it in either.</returns>
    public static IEnumerable<ComparedRoute> Of(IReadOnlyList<TriedRoute> before, IReadOnlyList<TriedRoute> after)
    {
        var (a, b) = (Sending(before), Sending(after));
        foreach (var (key, made) in b)
            yield return new ComparedRoute(key.Route, key.Partner, a.TryGetValue(key, out var earlier) ? Change(earlier, made) : made.Errors.Count > 0 ? RouteChange.Failed : RouteChange.Gained, Code(made));
        foreach (var key in a.Keys.Where(k => !b.ContainsKey(k)))
            yield return new ComparedRoute(key.Route, key.Partner, RouteChange.Lost, null);
    }

    private static RouteChange Change(MappingOutcome before, MappingOutcome after) => (Made(before), Made(after)) switch
    {
        (null, null) => RouteChange.Same,
        (null, _) => RouteChange.Changed,
        (_, null) => RouteChange.Failed,
        var (a, b) => DocumentForm.IsSame(a, b) ? RouteChange.Same : RouteChange.Changed,
    };

    private static OutboundDocument? Made(MappingOutcome outcome) => outcome.Errors.Count == 0 ? outcome.Document : null;

    private static string? Code(MappingOutcome outcome) => outcome.Errors is [var first, ..] ? first.Code : null;

    private static Dictionary<(string Route, string Partner), MappingOutcome> Sending(IReadOnlyList<TriedRoute> routes)
    {
        var sending = new Dictionary<(string, string), MappingOutcome>();
        foreach (var route in routes.Where(r => r.Decision.Verdict == RouteVerdict.Deliver && r.Made is not null))
            sending.TryAdd((route.Decision.Route.Name, route.Decision.Route.To), route.Made!);
        return sending;
    }
}
