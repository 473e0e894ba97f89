using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>An alert from the first yellow or red value to the note that closes it.</summary>
internal static class AlertStory
{
    private static readonly string[] Found =
    [
        "Målingen ligger utenfor pasientens egne grenser.", "Verdien er dårligere enn i går, samme mønster som ved forrige forverring.",
        "Pasienten melder selv om tyngre pust enn vanlig.", "Ny måling etter 30 minutter viste bedring.",
    ];

    private static readonly string[] Done =
    [
        "Ringte pasienten, som fulgte gul sone i egenbehandlingsplanen.", "Avtalt ny måling i kveld og oppfølging i morgen tidlig.",
        "Konferert med fastlege. Justert behandling etter planen.", "Hjemmebesøk av sykepleier; pasienten er i bedring.", "Råd om hvile og væske. Ingen tiltak utover det.",
    ];

    public static IEnumerable<FeedEvent> Tell(FeedEvent cause, string alertId, Random random)
    {
        var triage = cause.Content.Triage;
        var raised = cause.OccurredAt.AddMinutes(1);
        var closed = raised.AddMinutes(triage == Triage.Red ? random.Next(10, 60) : random.Next(60, 300));
        var nurse = Staff.OnDuty(random);
        var what = cause.Content is Measurement m ? m.What : cause.Content.Category;
        var found = Dice.Pick<string>(random, Found);
        var done = Dice.Pick<string>(random, Done);

        yield return Event($"{alertId}-raised", cause, raised, alertId, new Alert(alertId, AlertState.Raised, new ClinicalTime(raised))
        {
            Triage = triage,
            Cause = $"{what} utenfor grense",
            CausedBy = [cause.EventId],
        });
        yield return Event($"{alertId}-closed", cause, closed, alertId, new Alert(alertId, AlertState.Closed, new ClinicalTime(closed))
        {
            Triage = triage,
            Cause = $"{what} utenfor grense",
            CausedBy = [cause.EventId],
            ClosedBy = nurse,
            Action = done,
        });
        var noted = closed.AddMinutes(random.Next(1, 9));
        yield return Event($"{alertId}-note", cause, noted, alertId, new JournalNote(new ClinicalTime(noted), [new NoteSection("Vurdering", null, found, []), new NoteSection("Tiltak", null, done, [])])
        {
            Triage = triage,
            Title = "Oppfølging av varsel",
            NoteCategory = "alert-closed",
            FollowsAlert = alertId,
            Authors = [nurse],
        });
    }

    private static FeedEvent Event(string id, FeedEvent cause, DateTimeOffset at, string alertId, HomeContent content) =>
        new(id, cause.Person, at, at.AddSeconds(2), content) { Correlation = alertId };
}
