using Hub.Simulators.Gerica;

namespace Hub.Simulators.Tellu;

/// <summary>How a <see cref="TelluServer"/> is set up.</summary>
public sealed record TelluServerOptions
{
    /// <summary>Port on 127.0.0.1; 0 (default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>API key that callers must show as a bearer token; null (default) = none is asked for.</summary>
    public string? Token { get; init; }

    /// <summary>OAuth clients: client id to secret. Empty (default) = no access token is asked for.</summary>
    public IReadOnlyDictionary<string, string> Clients { get; init; } = new Dictionary<string, string>();

    /// <summary>How long an access token is good for; default 5 min.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>National ids of those who are followed up; empty (default) = everybody. Personalia, plans and changes about anybody else are refused.</summary>
    public IReadOnlySet<string> Patients { get; init; } = new HashSet<string>();

    /// <summary>True keeps the bytes of every document taken; default false.</summary>
    public bool KeepBodies { get; init; }

    /// <summary>Faults from the start; default none.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.Healthy;
}
