using Hub.Core.Tenants;
using Hub.Kith.Types;

namespace Hub.Host.Health;

/// <summary>How long a partner has been quiet, counting only hours and days on which something is expected.</summary>
internal static class Silence
{
    // Longer than the longest time that can be expected, on one day a week.
    private const int MostDays = 240;

    /// <summary>Counts.</summary>
    /// <param name="expected">What is expected.</param>
    /// <param name="heard">When something last came.</param>
    /// <param name="now">The time now.</param>
    /// <returns>The time that counts; nothing more is counted once it is more than expected.</returns>
    public static TimeSpan Of(ExpectedTraffic expected, DateTimeOffset heard, DateTimeOffset now)
    {
        var quiet = TimeSpan.Zero;
        var day = now.ToOffset(NorwegianTime.OffsetAt(now)).Date;
        for (var i = 0; i < MostDays && quiet <= expected.Every; i++, day = day.AddDays(-1))
        {
            if (expected.Days.Contains(day.DayOfWeek))
            {
                var from = Later(At(day + expected.From), heard);
                var to = At(day + expected.To) is var end && end < now ? end : now;
                if (to > from)
                    quiet += to - from;
            }

            if (At(day) <= heard)
                break;
        }

        return quiet;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset At(DateTime local) => new(local, NorwegianTime.OffsetOfLocal(local));
}
