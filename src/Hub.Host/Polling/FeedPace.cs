namespace Hub.Host.Polling;

/// <summary>When a feed is read next. Pure.</summary>
internal static class FeedPace
{
    /// <summary>The longest pause after failures, unless the feed is read less often anyhow.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>When the next reading may begin.</summary>
    /// <param name="started">When this one began.</param>
    /// <param name="now">The time.</param>
    /// <param name="every">How often the file says.</param>
    /// <param name="failures">Failures of the partner in a row.</param>
    /// <returns>The moment: a tenth early, so that a job that fires a little early is not put off by a whole period.</returns>
    public static DateTimeOffset Next(DateTimeOffset started, DateTimeOffset now, TimeSpan every, int failures)
    {
        if (failures == 0)
            return started + (every * 0.9);
        var longest = every > LongestPause ? every : LongestPause;
        var pause = every * Math.Pow(2, Math.Min(failures - 1, 20));
        return now + ((pause > longest ? longest : pause) * 0.9);
    }
}
