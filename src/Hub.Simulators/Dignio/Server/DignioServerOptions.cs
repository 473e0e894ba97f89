namespace Hub.Simulators.Dignio;

/// <summary>How a <see cref="DignioServer"/> is set up.</summary>
public sealed record DignioServerOptions
{
    /// <summary>Port on 127.0.0.1; 0 (default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Bearer token that senders must show; null (default) = none is asked for.</summary>
    public string? Token { get; init; }

    /// <summary>Patients it follows up; empty (default) = everybody. An event about anybody else is answered 404.</summary>
    public IReadOnlySet<string> Patients { get; init; } = new HashSet<string>();

    /// <summary>How long the answer to a question takes; default at once.</summary>
    public TimeSpan LookupLatency { get; init; }
}
