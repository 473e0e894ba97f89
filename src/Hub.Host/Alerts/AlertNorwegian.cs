using System.Globalization;
using Hub.Kith.Types;

namespace Hub.Host.Alerts;

/// <summary>How alerts write numbers and times in Norwegian (bokmål).</summary>
internal static class AlertNorwegian
{
    /// <summary>An instant, as clocks in Norway show it.</summary>
    public static string At(DateTimeOffset at) => Local(at).ToString("dd.MM.yyyy HH:mm:ss 'norsk tid (UTC'zzz')'", CultureInfo.InvariantCulture);

    /// <summary>A day in Norway.</summary>
    public static string Day(DateTimeOffset at) => Local(at).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>A number of deliveries.</summary>
    public static string Deliveries(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} leveranse{(count == 1 ? "" : "r")}");

    /// <summary>How far a clock is off, to ten seconds.</summary>
    public static string Off(TimeSpan ahead) => string.Create(CultureInfo.InvariantCulture, $"omtrent {Math.Round(ahead.Duration().TotalSeconds / 10) * 10} s {(ahead > TimeSpan.Zero ? "foran" : "etter")}");

    /// <summary>What a certificate is used for.</summary>
    public static string Use(string use) => use switch
    {
        "own-signing" => "egen signering",
        "own-decryption" => "egen dekryptering",
        "partner-signing" => "partens signering",
        "partner-encryption" => "kryptering til parten",
        _ => use,
    };

    /// <summary>How soon somebody must look.</summary>
    public static string Word(AlertSeverity severity) => severity == AlertSeverity.Critical ? "kritisk" : "advarsel";

    /// <summary>What happened to an alert.</summary>
    public static string Word(AlertEvent happened) => happened switch
    {
        AlertEvent.Opened => "åpnet",
        AlertEvent.Repeated => "fortsatt åpent",
        _ => "lukket",
    };

    private static DateTimeOffset Local(DateTimeOffset at) => at.ToOffset(NorwegianTime.OffsetAt(at));
}
