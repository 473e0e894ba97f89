namespace Hub.Simulators.Gerica;

/// <summary>What is wrong with the server at the moment. Rates are shares of the posts, 0 to 1, drawn at random.</summary>
public sealed record FaultPlan
{
    /// <summary>Nothing is wrong.</summary>
    public static FaultPlan Healthy { get; } = new();

    /// <summary>How it is down; default not at all.</summary>
    public DownKind Down { get; init; }

    /// <summary>Value of Retry-After in answers 503 and 429, in seconds; 0 = the header is left out. Default 1.</summary>
    public int RetryAfterSeconds { get; init; } = 1;

    /// <summary>Half of the posts take at least so long, in milliseconds; 0 (default) = no delay.</summary>
    public double SlowMedianMs { get; init; }

    /// <summary>One post in a hundred takes at least so long, in milliseconds; not above the median = every post takes the median.</summary>
    public double SlowP99Ms { get; init; }

    /// <summary>Share answered 500 before anything happened.</summary>
    public double ErrorRate { get; init; }

    /// <summary>Share whose connection is cut before anything happened.</summary>
    public double CutRate { get; init; }

    /// <summary>Share whose document takes effect, and whose connection is then cut: the sender cannot know.</summary>
    public double LostAnswerRate { get; init; }

    /// <summary>Share whose document takes effect and whose answer body is not JSON.</summary>
    public double GarbleRate { get; init; }

    /// <summary>Share whose document takes effect and whose answer stops halfway.</summary>
    public double TruncateRate { get; init; }

    /// <summary>National ids that the journal does not have: 422 with <see cref="RejectCode"/>.</summary>
    public IReadOnlyList<string> RejectPatients { get; init; } = [];

    /// <summary>Reason given for <see cref="RejectPatients"/>: patient-unknown (default), service-missing, closed-journal or duplicate-tiltak (the patient has the same measure twice).</summary>
    public string RejectCode { get; init; } = "patient-unknown";

    /// <summary>National ids whose documents always make the server fail with 500.</summary>
    public IReadOnlyList<string> PoisonPatients { get; init; } = [];

    /// <summary>True: a repeat is answered 409 instead of with the first answer.</summary>
    public bool DuplicateSensitive { get; init; }

    /// <summary>The token ends after so many entries of a batch, and the rest is answered 401; 0 (default) = it lasts.</summary>
    public int TokenEndsAfter { get; init; }

    /// <summary>Answers with this version of the interface, whatever was asked for; null (default) = its own.</summary>
    public string? SpeaksVersion { get; init; }

    /// <summary>Posts per second; more are answered 429. 0 (default) = unbounded.</summary>
    public int RateLimit { get; init; }

    /// <summary>The plan ends by itself after so many seconds and the server is healthy again; 0 (default) = it lasts.</summary>
    public double Seconds { get; init; }
}

/// <summary>How a server is down.</summary>
public enum DownKind
{
    /// <summary>It is up.</summary>
    No,

    /// <summary>Nothing listens: connections are refused. Over HTTP it can only end by <see cref="FaultPlan.Seconds"/>.</summary>
    Refuse,

    /// <summary>Connections are taken and reset.</summary>
    Reset,

    /// <summary>Every request is answered 503 with Retry-After.</summary>
    Unavailable,

    /// <summary>Every request is answered 503 with a web page: a maintenance window.</summary>
    Maintenance,

    /// <summary>Every request is answered 200 with a web page: a maintenance window behind a careless gateway.</summary>
    MaintenancePage,
}
