namespace Hub.Host.Commands.Checks;

/// <summary>How a check came out.</summary>
internal enum Verdict
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>It works, and somebody should look at it.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Failed,

    /// <summary>There was nothing to check, or something before it failed.</summary>
    Skipped,
}

/// <summary>What a check found.</summary>
/// <param name="Check">Stable name of the check.</param>
/// <param name="Verdict">How it came out.</param>
/// <param name="Text">What was found, without secrets.</param>
/// <param name="Todo">What to do; null when nothing.</param>
internal sealed record Finding(string Check, Verdict Verdict, string Text, string? Todo = null)
{
    /// <summary>How long it took, milliseconds.</summary>
    public long Ms { get; init; }

    /// <summary>As it should be.</summary>
    public static Finding Ok(string check, string text) => new(check, Verdict.Ok, text);

    /// <summary>There was nothing to check.</summary>
    public static Finding Skipped(string check, string text) => new(check, Verdict.Skipped, text);

    /// <summary>Runs a check and takes its time.</summary>
    /// <param name="check">The check.</param>
    /// <returns>What it found.</returns>
    public static async Task<Finding> TimedAsync(Func<Task<Finding>> check)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var found = await check();
        return found with { Ms = watch.ElapsedMilliseconds };
    }
}
