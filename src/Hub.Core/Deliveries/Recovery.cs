namespace Hub.Core.Deliveries;

/// <summary>What is done about a failed try.</summary>
public abstract record Recovery
{
    private Recovery()
    {
    }

    /// <summary>Tried again.</summary>
    /// <param name="At">When.</param>
    public sealed record RetryAt(DateTimeOffset At) : Recovery;

    /// <summary>Given up.</summary>
    /// <param name="Code">Stable code that a person can act on.</param>
    public sealed record DeadLetter(string Code) : Recovery;
}
