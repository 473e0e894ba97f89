namespace Hub.Host.Simulation;

/// <summary>What becomes of a message by a route when the configuration changes.</summary>
internal enum RouteChange
{
    /// <summary>The same document, or none as before.</summary>
    Same,

    /// <summary>It is sent, and was not.</summary>
    Gained,

    /// <summary>It is sent no more.</summary>
    Lost,

    /// <summary>Another document is sent.</summary>
    Changed,

    /// <summary>The document could be made, and can be no more.</summary>
    Failed,
}

/// <summary>What recorded messages would become with another configuration.</summary>
/// <param name="Messages">Messages that were tried.</param>
/// <param name="Refused">Of these, messages that could be read, and can be no more.</param>
/// <param name="Skipped">Messages that could not be tried: retention has taken them, or they cannot be read by the configuration in force either.</param>
/// <param name="More">True when there are older ones in the time asked for.</param>
/// <param name="Routes">What changes by route, in the order of the new file.</param>
/// <param name="Examples">Some messages of each change.</param>
internal sealed record SimulationReport(int Messages, int Refused, int Skipped, bool More, IReadOnlyList<SimulatedRoute> Routes, IReadOnlyList<SimulationExample> Examples);

/// <summary>A route and what becomes of its messages.</summary>
/// <param name="Route">Its name.</param>
/// <param name="Partner">The partner it sends to.</param>
/// <param name="Counts">Messages by change.</param>
internal sealed record SimulatedRoute(string Route, string Partner, IReadOnlyDictionary<RouteChange, int> Counts);

/// <summary>A message that shows a change.</summary>
/// <param name="Message">Its number.</param>
/// <param name="Change">The change; null when it is refused.</param>
/// <param name="Route">The route; null when it is refused.</param>
/// <param name="Partner">The partner; null when it is refused.</param>
/// <param name="Code">Code of the error; null when there is none.</param>
internal sealed record SimulationExample(long Message, RouteChange? Change, string? Route, string? Partner, string? Code);
