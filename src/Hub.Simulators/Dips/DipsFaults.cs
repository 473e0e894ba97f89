using Hub.Simulators.Gerica;

namespace Hub.Simulators.Dips;

/// <summary>Where the words of an OperationOutcome stand.</summary>
public enum OutcomeStyle
{
    /// <summary>In <c>details.text</c>.</summary>
    Text,

    /// <summary>In <c>diagnostics</c>.</summary>
    Diagnostics,

    /// <summary>In both.</summary>
    Both,
}

/// <summary>What is odd about the journal at the moment. Rates are shares of the requests, 0 to 1, drawn at random.</summary>
public sealed record DipsFaults
{
    /// <summary>Nothing is.</summary>
    public static DipsFaults None { get; } = new();

    /// <summary>How it is down; default not at all.</summary>
    public DownKind Down { get; init; }

    /// <summary>True: 503 with words about maintenance.</summary>
    public bool Maintenance { get; init; }

    /// <summary>Value of Retry-After in answers 503 and 429, in seconds; 0 = left out. Default 1.</summary>
    public int RetryAfterSeconds { get; init; } = 1;

    /// <summary>Every request takes so long, in milliseconds; default 0.</summary>
    public double LatencyMs { get; init; }

    /// <summary>Share answered 500 before anything happened.</summary>
    public double ErrorRate { get; init; }

    /// <summary>Share of documents that take effect and whose connection is then cut: the sender cannot know.</summary>
    public double LostAnswerRate { get; init; }

    /// <summary>Requests per second; more are answered 429. 0 (default) = unbounded.</summary>
    public int RateLimit { get; init; }

    /// <summary>National ids whose journal is closed.</summary>
    public IReadOnlyList<string> ClosedJournals { get; init; } = [];

    /// <summary>National ids without an episode that documents could belong to.</summary>
    public IReadOnlyList<string> WithoutEpisode { get; init; } = [];

    /// <summary>National ids that the journal does not have.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>True: the hub's user has no EPR groups, so that no document can be saved.</summary>
    public bool NoEprGroups { get; init; }

    /// <summary>Where the words of refusals stand; default in <c>details.text</c>.</summary>
    public OutcomeStyle Style { get; init; }

    /// <summary>True: what cannot be validated is answered 500, as DIPS's documentation says it may be. Default 422.</summary>
    public bool ValidationAs500 { get; init; }

    /// <summary>True: Observations cannot be created, as the documentation of September 2026 has it; default false, as the capability statement has it.</summary>
    public bool VitalSignsReadOnly { get; init; }

    /// <summary>True: the header If-None-Exist is passed over.</summary>
    public bool NoConditionalCreate { get; init; }

    /// <summary>True: searches pass over <c>page</c> and give the first one again.</summary>
    public bool NoPages { get; init; }

    /// <summary>True: answers about patients are about somebody else.</summary>
    public bool WrongPatient { get; init; }
}
