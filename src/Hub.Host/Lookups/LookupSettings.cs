namespace Hub.Host.Lookups;

/// <summary>How partners are asked while somebody waits.</summary>
public sealed record LookupSettings
{
    /// <summary>How long an asker waits when it does not say itself; default 5 s. A partner's own timeout may be shorter.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a response centre waits for what it needs to know on an alarm; default 2 s.</summary>
    public TimeSpan AlarmDeadline { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an answer may be used again for the same question; default 10 s, zero = never.</summary>
    public TimeSpan Keep { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How much memory kept answers may take, by estimate; default 32 MiB.</summary>
    public long KeepBytes { get; init; } = 32L * 1024 * 1024;

    /// <summary>How many answers are kept; default 10,000.</summary>
    public int KeepEntries { get; init; } = 10_000;
}
