using System.Globalization;

namespace Hub.Host.Alerts;

/// <summary>How alerts write numbers and times in Norwegian (bokmål).</summary>
internal static class AlertNorwegian
{
    /// <summary>An instant.</summary>
    public static string At(DateTimeOffset at) => at.UtcDateTime.ToString("dd.MM.yyyy HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

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
}
