using System.Globalization;

namespace Hub.Core.Tenants;

/// <summary>Lengths of time as files write them: a whole number and one of ms, s, m, h, d.</summary>
public static class DurationText
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1)), ("d", TimeSpan.FromDays(1)),
    ];

    /// <summary>Reads a duration.</summary>
    /// <param name="text">Such as <c>96h</c>.</param>
    /// <param name="value">The length of time.</param>
    /// <returns>False when the text has another form.</returns>
    public static bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        foreach (var (unit, length) in Units)
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal)
                || !int.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                continue;
            value = length * count;
            return true;
        }

        return false;
    }

    /// <summary>Writes a duration in the largest unit that fits.</summary>
    /// <param name="value">The length of time.</param>
    /// <returns>The text.</returns>
    public static string Write(TimeSpan value)
    {
        var (unit, length) = value == TimeSpan.Zero ? Units[1] : Units.Last(u => value.Ticks % u.Length.Ticks == 0 || u.Unit == "ms");
        return string.Create(CultureInfo.InvariantCulture, $"{value.Ticks / length.Ticks}{unit}");
    }
}
