using System.Globalization;

namespace Hub.Host.Alerts;

/// <summary>How alerts write numbers and times.</summary>
internal static class AlertText
{
    /// <summary>An instant.</summary>
    public static string At(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A number of deliveries.</summary>
    public static string Deliveries(long count) => count == 1 ? "1 delivery" : string.Create(CultureInfo.InvariantCulture, $"{count} deliveries");

    /// <summary>A number of things.</summary>
    public static string Count(long count, string thing) => string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");

    /// <summary>How far a clock is off, to ten seconds: it drifts from look to look.</summary>
    public static string Off(TimeSpan ahead) => string.Create(CultureInfo.InvariantCulture, $"about {Math.Round(ahead.Duration().TotalSeconds / 10) * 10} s {(ahead > TimeSpan.Zero ? "ahead of" : "behind")}");
}
