namespace Hub.Simulators.Gerica;

/// <summary>How a <see cref="GericaServer"/> is set up.</summary>
public sealed record GericaOptions
{
    /// <summary>Port on 127.0.0.1; 0 (default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>OAuth clients: client id to secret. Empty (default) = no token is asked for.</summary>
    public IReadOnlyDictionary<string, string> Clients { get; init; } = new Dictionary<string, string>();

    /// <summary>How long an access token is good for; default 5 min.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>File that the ledger is appended to and read from at start, so that the truth of the receiver survives its own restart; null (default) = memory only.</summary>
    public string? LedgerFile { get; init; }

    /// <summary>Version of the interface that it serves; default 2.0. A call that asks for another is refused.</summary>
    public string ApiVersion { get; init; } = "2.0";

    /// <summary>Whom the journal knows from the start; default nobody.</summary>
    public IReadOnlyList<RegisteredPatient> Patients { get; init; } = [];

    /// <summary>True keeps the bytes of every document, taken or refused; default false.</summary>
    public bool KeepBodies { get; init; }

    /// <summary>Faults from the start; default none.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.Healthy;
}
