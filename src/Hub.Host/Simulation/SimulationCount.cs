namespace Hub.Host.Simulation;

/// <summary>Adds up what becomes of messages.</summary>
/// <param name="order">Routes and partners in the order they are told in; others follow.</param>
internal sealed class SimulationCount(IEnumerable<(string Route, string Partner)> order)
{
    private const int ExamplesOfEach = 3;

    private readonly Dictionary<(string Route, string Partner), Dictionary<RouteChange, int>> _routes = order.Distinct().ToDictionary(r => r, _ => new Dictionary<RouteChange, int>());
    private readonly List<SimulationExample> _examples = [];
    private int _messages;
    private int _refused;
    private int _skipped;

    /// <summary>A message that could be tried.</summary>
    public void Tried(long message, IEnumerable<ComparedRoute> routes)
    {
        _messages++;
        foreach (var route in routes)
        {
            var key = (route.Route, route.Partner);
            if (!_routes.TryGetValue(key, out var counts))
                _routes[key] = counts = [];
            counts[route.Change] = counts.GetValueOrDefault(route.Change) + 1;
            if (route.Change != RouteChange.Same && counts[route.Change] <= ExamplesOfEach)
                _examples.Add(new SimulationExample(message, route.Change, route.Route, route.Partner, route.Code));
        }
    }

    /// <summary>A message that can be read no more.</summary>
    public void Refused(long message, string? code)
    {
        _messages++;
        if (++_refused <= ExamplesOfEach)
            _examples.Add(new SimulationExample(message, null, null, null, code));
    }

    /// <summary>A message that could not be tried.</summary>
    public void Skipped() => _skipped++;

    /// <summary>The sum.</summary>
    /// <param name="more">Whether there are older messages in the time asked for.</param>
    public SimulationReport Report(bool more) => new(_messages, _refused, _skipped, more, [.. _routes.Select(r => new SimulatedRoute(r.Key.Route, r.Key.Partner, r.Value))], _examples);
}
