using System.Globalization;
using Hub.Core.Content;
using Hub.Simulators.Dignio;

namespace Hub.Simulators.Tellu;

/// <summary>What a municipality of the Bodø kind publishes: the homes of several patients, and 40 to 50 journal notes a day. The same seed and first day tell the same story.</summary>
public static class TelluStory
{
    // The days of the story keep one offset: a change to summer time is for the tests of times to show.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(1);

    /// <summary>Tells the story day by day.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="patients">Number of patients.</param>
    /// <param name="firstDay">First day.</param>
    /// <param name="days">Number of days.</param>
    /// <returns>Entries in the order they are published, repeats included.</returns>
    public static IEnumerable<TelluEntry> Tell(int seed, int patients, DateOnly firstDay, int days)
    {
        var people = SyntheticPerson.Make(seed, patients);
        var stories = people.Select(p => new PatientStory(p, seed)).ToArray();
        var random = new Random(unchecked((seed * 37) + 23));
        var numbering = new EntryNumbering(seed);
        var held = new List<TelluEntry>();
        for (var day = 0; day < days; day++)
        {
            var midnight = new DateTimeOffset(firstDay.AddDays(day), TimeOnly.MinValue, Offset);
            var told = stories.SelectMany(s => s.Day(midnight, day)).Where(e => e.Content is not (ChatExcerpt or JournalNote { NoteCategory: "task-not-done" })).OrderBy(e => e.OccurredAt).Select(numbering.Of).ToList();
            told.AddRange(DailyNotes.Tell(people, midnight, told.Count(e => e.Content.Kind == ContentKind.Note), numbering, random));
            held.AddRange(told.SelectMany(e => Disturb(e, numbering, random)));
            var tomorrow = midnight.AddDays(1);
            var last = day == days - 1;
            var today = held.Where(e => last || e.Published < tomorrow).OrderBy(e => e.Published).ThenBy(e => e.EntryId, StringComparer.Ordinal).ToList();
            held.RemoveAll(e => e.Published < tomorrow);
            foreach (var entry in today)
                yield return entry;
        }
    }

    private static IEnumerable<TelluEntry> Disturb(TelluEntry entry, EntryNumbering numbering, Random random)
    {
        var draw = random.NextDouble();
        if (entry is { Content: Measurement, Oddity: null } && draw < 0.02)
        {
            yield return entry with { Published = entry.Published.AddHours(random.Next(3, 20)), Oddity = "late" };
            yield break;
        }

        if (entry.Content is Alert { State: AlertState.Raised } && draw < 0.04)
        {
            yield return entry with { Published = entry.Published.AddHours(6), Oddity = "early-closure" };
            yield break;
        }

        yield return entry;
        if (draw > 0.97)
            yield return entry with { EntryId = numbering.Next(), Published = entry.Published.AddSeconds(random.Next(5, 900)), Oddity = "repeat" };
    }
}

/// <summary>Gives entries their numbers, and what happened in homes its place in the lists of the system.</summary>
internal sealed class EntryNumbering(int seed)
{
    private readonly Dictionary<string, (int Kind, string Id, string EntryId)> _told = new(StringComparer.Ordinal);
    private int _entries;

    public string Next() => string.Create(CultureInfo.InvariantCulture, $"e{seed}-{++_entries}");

    public TelluEntry Of(FeedEvent e)
    {
        var kind = KindOf(e.Content);
        var id = e.Content switch
        {
            Alert alert => Id(alert.AlertId),
            SelfTreatmentPlan plan => Id(plan.PlanId),
            _ => Id(e.EventId),
        };
        var content = Renamed(e.Content);
        var entry = new TelluEntry(Next(), e.SendAt, kind, id, e.Content is SelfTreatmentPlan version ? version.Version : 1, e.Person, e.OccurredAt, content)
        {
            Oddity = e.Oddity,
            Causes = e.Content is Alert { CausedBy: var causes } ? [.. causes.Where(_told.ContainsKey).Select(c => (_told[c].Kind, _told[c].Id))] : [],
        };
        if (e.Content.Corrects is { } corrected && _told.TryGetValue(corrected, out var wrong))
            entry = entry with { Id = wrong.Id, Revision = 2, Replaces = (wrong.EntryId, 1) };
        _told[e.EventId] = (kind, entry.Id, entry.EntryId);
        return entry;
    }

    private static HomeContent Renamed(HomeContent content) => content switch
    {
        Alert alert => alert with { AlertId = Id(alert.AlertId) },
        JournalNote { FollowsAlert: { } alert } note => note with { FollowsAlert = Id(alert) },
        SelfTreatmentPlan plan => plan with { PlanId = Id(plan.PlanId) },
        _ => content,
    };

    private static int KindOf(HomeContent content) => content switch
    {
        Measurement => 10,
        Alert { State: AlertState.Raised } => 20,
        Alert => 21,
        JournalNote { NoteCategory: "alert-closed" } => 31,
        JournalNote => 30,
        QuestionnaireAnswers => 40,
        SelfTreatmentPlan => 50,
        _ => 60,
    };

    private static string Id(string id) => id.StartsWith("dg", StringComparison.Ordinal) ? id[2..] : id;
}
