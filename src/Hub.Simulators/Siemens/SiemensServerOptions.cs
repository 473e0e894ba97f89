using Hub.Simulators.Gerica;

namespace Hub.Simulators.Siemens;

/// <summary>How a <see cref="SiemensServer"/> is set up.</summary>
public sealed record SiemensServerOptions
{
    /// <summary>Port on 127.0.0.1; 0 (default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>OAuth clients: client id to secret. Empty (default) = no access token is asked for.</summary>
    public IReadOnlyDictionary<string, string> Clients { get; init; } = new Dictionary<string, string>();

    /// <summary>How long an access token is good for; default 5 min.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>National ids of those who are followed up; empty (default) = everybody. Plans, personalia and changes about anybody else are refused.</summary>
    public IReadOnlySet<string> Patients { get; init; } = new HashSet<string>();

    /// <summary>Most resources of a page of a search; default 100.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>True keeps the bytes of every document taken; default false.</summary>
    public bool KeepBodies { get; init; }

    /// <summary>Faults from the start, and how long it takes to answer (<see cref="FaultPlan.SlowMedianMs"/>); default none.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.Healthy;
}
