using System.Globalization;
using Hub.Kith.Types;

namespace Hub.Adapters.Profil.Reading;

/// <summary>Norwegian local time without zone, as the journal writes it. The hour that comes twice in autumn needs <c>sommertid</c>; the hour that is skipped in spring is no time; anywhere else <c>sommertid</c> must agree with the calendar.</summary>
public static class LocalTime
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    private static readonly int[] Offsets = [2, 1];

    /// <summary>Reads a time.</summary>
    /// <param name="text">The local time.</param>
    /// <param name="summer">Whether it is summer time; null when not said.</param>
    /// <param name="fault">Why it names no instant; null when it does.</param>
    /// <returns>The instant with its offset.</returns>
    public static DateTimeOffset? Read(string text, bool? summer, out string? fault)
    {
        if (!DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            fault = "A Norwegian local time such as 2026-03-01T08:15:00 is expected here, without offset.";
            return null;
        }

        var possible = Offsets.Select(h => new DateTimeOffset(local, TimeSpan.FromHours(h))).Where(t => NorwegianTime.OffsetAt(t) == t.Offset).ToArray();
        var meant = possible.Where(t => summer is null || t.Offset.Hours == (summer.Value ? 2 : 1)).ToArray();
        fault = (possible.Length, meant.Length) switch
        {
            (0, _) => "This hour is skipped when summer time begins.",
            (_, 0) => "The time is not in the half of the year that sommertid says.",
            (_, 2) => "This hour comes twice when summer time ends; sommertid must say which.",
            _ => null,
        };
        return fault is null ? meant[0] : null;
    }

    /// <summary>Writes an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>Local time and whether it is summer time.</returns>
    public static (string Text, bool Summer) Write(DateTimeOffset at)
    {
        var offset = NorwegianTime.OffsetAt(at);
        return (at.ToOffset(offset).ToString(Forms[1], CultureInfo.InvariantCulture), offset.Hours == 2);
    }
}
