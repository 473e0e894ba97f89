namespace Hub.Adapters.Plans;

/// <summary>What is known of the version that an edit was made from.</summary>
public sealed record PlanBasis
{
    /// <summary>The version that the edit names; null when it names none.</summary>
    public int? Named { get; init; }

    /// <summary>True where the one named is the very version that was read (If-Match). False where the system is not told the numbers of its own versions: then it names the last one it was given, and may have written on from there.</summary>
    public bool Exact { get; init; }

    /// <summary>When the version named was delivered to the system; null when that is not known.</summary>
    public DateTimeOffset? GivenAt { get; init; }

    /// <summary>Where none is named: the last version that the system had when it wrote, of its own or given; 0 for none.</summary>
    public int Held { get; init; }

    /// <summary>The version that the edit was made from.</summary>
    /// <param name="history">Every version of the plan, newest first.</param>
    /// <param name="edit">The edit.</param>
    /// <returns>Its number; 0 for none.</returns>
    public int Of(IReadOnlyList<SharedVersion> history, PlanEdit edit)
    {
        if (Named is not { } from || Exact)
            return Named ?? Held;
        while (history.FirstOrDefault(v => v.Number == from + 1) is { } next && IsOwnLine(next, edit))
            from = next.Number;
        return from;
    }

    // Written by the system itself after it was given the one it names, and before this edit.
    private bool IsOwnLine(SharedVersion next, PlanEdit edit)
    {
        var written = next.Edit.Plan.Time.Start;
        return next.Edit.Origin == edit.Origin && written <= edit.Plan.Time.Start && (GivenAt is not { } given || written >= WholeSecond(given));
    }

    // Many systems tell times to the second.
    private static DateTimeOffset WholeSecond(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
}
