using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>What happens at the homes of several patients, and in which order the vendor's system sends it. The same seed and first day tell the same story.</summary>
public static class DignioStory
{
    // The days of the story keep one offset: a change to summer time is for the tests of times to show.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(1);

    /// <summary>Tells the story day by day.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="patients">Number of patients.</param>
    /// <param name="firstDay">First day; no event is later than the last day told.</param>
    /// <param name="days">Number of days.</param>
    /// <returns>Events in the order they are sent, repeats included.</returns>
    public static IEnumerable<FeedEvent> Tell(int seed, int patients, DateOnly firstDay, int days)
    {
        var stories = SyntheticPerson.Make(seed, patients).Select(p => new PatientStory(p, seed)).ToArray();
        var odd = new Random(unchecked((seed * 31) + 17));
        var held = new List<FeedEvent>();
        for (var day = 0; day < days; day++)
        {
            var midnight = new DateTimeOffset(firstDay.AddDays(day), TimeOnly.MinValue, Offset);
            var tomorrow = midnight.AddDays(1);
            held.AddRange(stories.SelectMany(s => s.Day(midnight, day)).SelectMany(e => Disturb(e, odd)));
            var today = held.Where(e => e.SendAt < tomorrow || day == days - 1).OrderBy(e => e.SendAt).ThenBy(e => e.Person.No).ToList();
            held.RemoveAll(e => e.SendAt < tomorrow);
            foreach (var e in today)
                yield return e;
        }
    }

    private static IEnumerable<FeedEvent> Disturb(FeedEvent e, Random odd)
    {
        var draw = odd.NextDouble();
        if (e.Content is Measurement && e.Oddity is null && draw < 0.02)
        {
            yield return e with { SendAt = e.SendAt.AddHours(odd.Next(3, 20)), Oddity = "late" };
            yield break;
        }
        if (e.Content is Alert { State: AlertState.Raised } && draw < 0.04)
        {
            yield return e with { SendAt = e.SendAt.AddHours(6), Oddity = "early-closure" };
            yield break;
        }
        yield return e;
        if (draw > 0.97)
            yield return e with { SendAt = e.SendAt.AddSeconds(odd.Next(5, 900)), Oddity = "repeat" };
    }
}
