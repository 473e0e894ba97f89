namespace Hub.Host.Lookups;

/// <summary>How one question is asked.</summary>
public sealed record LookupTerms
{
    /// <summary>The ordinary terms: everybody who can answer, the settings' deadline, kept answers are welcome.</summary>
    public static LookupTerms Ordinary { get; } = new();

    /// <summary>Whom to ask; null = every partner of the tenant that answers such questions.</summary>
    public IReadOnlyCollection<string>? Partners { get; init; }

    /// <summary>How long to wait; null = <see cref="LookupSettings.Deadline"/>.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>True when the answer must be asked for now, and not be one that was kept.</summary>
    public bool Fresh { get; init; }
}
