namespace Hub.Simulators.Dignio;

/// <summary>A load of small measurements (oxygen saturation), for benchmarks and chaos.</summary>
public sealed record LoadOptions
{
    /// <summary>Where to; several targets take turns by patient, so that a patient stays with one target.</summary>
    public required IReadOnlyList<FeedTarget> Targets { get; init; }

    /// <summary>Number of patients; default 1000.</summary>
    public int Patients { get; init; } = 1000;

    /// <summary>Number of connections; default 16. Every patient has one, so a patient's events arrive in the order of their numbers.</summary>
    public int Connections { get; init; } = 16;

    /// <summary>Posts per second over all connections, at fixed instants whether or not the hub keeps up (open loop); 0 (default) = each connection posts as soon as it is answered (closed loop).</summary>
    public double Rate { get; init; }

    /// <summary>Ends after so many events; default no bound.</summary>
    public int Count { get; init; } = int.MaxValue;

    /// <summary>Ends after this time; default no bound.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long an event is sent again after the load has ended and the hub does not answer; default 10 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Seed of the patients; default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>First part of the event ids: two loads against one hub need two of them. Default <c>load</c>.</summary>
    public string Prefix { get; init; } = "load";
}
