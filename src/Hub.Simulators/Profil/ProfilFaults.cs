namespace Hub.Simulators.Profil;

/// <summary>What is wrong with a <see cref="ProfilServer"/> at the moment. Rates are shares of the filed entries, 0 to 1, drawn at random.</summary>
public sealed record ProfilFaults
{
    /// <summary>Nothing is wrong.</summary>
    public static ProfilFaults Healthy { get; } = new();

    /// <summary>True: nothing listens.</summary>
    public bool Refuses { get; init; }

    /// <summary>Maintenance, and how it shows; default none.</summary>
    public MaintenanceKind Maintenance { get; init; }

    /// <summary>Retry-After of answers 503 and 429, in seconds; 0 = none. Default 1.</summary>
    public int RetryAfterSeconds { get; init; } = 1;

    /// <summary>How long every answer takes, in milliseconds; default 0.</summary>
    public double SlowMs { get; init; }

    /// <summary>Share answered 5001 before anything happened.</summary>
    public double ErrorRate { get; init; }

    /// <summary>Share whose connection is cut before anything happened.</summary>
    public double CutRate { get; init; }

    /// <summary>Share that takes effect, and whose connection is then cut: the sender cannot know.</summary>
    public double LostAnswerRate { get; init; }

    /// <summary>National ids whose journal is locked (3003).</summary>
    public IReadOnlyList<string> Locked { get; init; } = [];

    /// <summary>National ids without the service (2002).</summary>
    public IReadOnlyList<string> WithoutService { get; init; } = [];

    /// <summary>National ids that the journal does not have (2001).</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>True: lists of measures lag behind and show none, so that only making one tells of the one that is there (3001).</summary>
    public bool ListsLag { get; init; }

    /// <summary>True: errors are answered with HTTP 200.</summary>
    public bool ErrorsWith200 { get; init; }

    /// <summary>Version of the interface after an unannounced upgrade; null (default) = as set up.</summary>
    public string? SpeaksVersion { get; init; }

    /// <summary>The faults end by themselves after so many seconds; 0 (default) = they last.</summary>
    public double Seconds { get; init; }
}

/// <summary>How maintenance shows.</summary>
public enum MaintenanceKind
{
    /// <summary>There is none.</summary>
    No,

    /// <summary>503 with Retry-After and error number 5002.</summary>
    Unavailable,

    /// <summary>A page for people with status 200.</summary>
    Page,
}
