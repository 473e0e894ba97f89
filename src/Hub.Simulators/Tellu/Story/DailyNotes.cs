using System.Globalization;
using Hub.Core.Content;
using Hub.Simulators.Dignio;

namespace Hub.Simulators.Tellu;

/// <summary>The notes of a day beside those of closed alerts: free ones, and tasks that were not done.</summary>
internal static class DailyNotes
{
    private const int Fewest = 40;
    private const int Most = 50;

    private static readonly (string Title, string Text)[] Free =
    [
        ("Telefonsamtale", "Ringte pasienten etter avtale. Sover bedre, lite hevelse i beina. Ønsker å fortsette som nå."),
        ("Videosamtale", "Gjennomgikk målingene for uka sammen med pasienten.\nIngen endring i planen."),
        ("Opplæring", "Viste hvordan pulsoksymeteret skal sitte. Pasienten klarer det selv nå."),
        ("Samarbeid", "Snakket med hjemmesykepleien om måling på kveldstid. De følger opp hver tirsdag."),
        ("Utstyr", "Byttet batteri på blodtrykksmåleren. Kontrollmåling uten anmerkning."),
        ("Pårørende", "Datteren ringte. Hun opplever at faren er mer sliten enn vanlig; avtalt ny vurdering i morgen."),
        ("Medisiner", "Pasienten har hentet nye inhalasjoner på apoteket. Gjentok råd om skylling av munnen etterpå."),
        ("Trening", "Har gått tur < 20 minutter daglig, \"litt mer enn sist\". Godt humør & matlyst."),
        ("Kosthold", "Samtale om salt og væske. Veier seg hver morgen før frokost."),
        ("Reise", "Pasienten reiser til hytta i Saltdal til søndag og tar med utstyret."),
    ];

    private static readonly string[] Tasks = ["Måle vekt", "Måle blodtrykk", "Svare på egenvurdering", "Videosamtale", "Måle oksygenmetning"];

    private static readonly int[] Reasons = [1, 2, 3, 4, 9];

    public static IEnumerable<TelluEntry> Tell(IReadOnlyList<SyntheticPerson> people, DateTimeOffset midnight, int already, EntryNumbering numbering, Random random)
    {
        var wanted = random.Next(Fewest, Most + 1);
        for (var no = already; no < wanted; no++)
        {
            var person = people[random.Next(people.Count)];
            var at = midnight.AddHours(8).AddSeconds(random.Next(12 * 3600));
            var id = string.Create(CultureInfo.InvariantCulture, $"n{midnight.DayOfYear}-{no}");
            yield return random.Next(5) == 0
                ? Missed(numbering.Next(), id, person, at, random)
                : new TelluEntry(numbering.Next(), at.AddSeconds(3), 30, id, 1, person, at, Note(at, Free[random.Next(Free.Length)], random));
        }
    }

    private static JournalNote Note(DateTimeOffset at, (string Title, string Text) words, Random random) =>
        new(new ClinicalTime(at), [new NoteSection(null, null, words.Text, [])]) { Title = words.Title, NoteCategory = "free", Triage = Triage.Green, Authors = [Staff.OnDuty(random)] };

    private static TelluEntry Missed(string entryId, string id, SyntheticPerson person, DateTimeOffset at, Random random)
    {
        var note = new JournalNote(new ClinicalTime(at), []) { Title = "Oppgave ikke utført", NoteCategory = "task-not-done", Authors = [Staff.OnDuty(random)] };
        var due = at.AddMinutes(-random.Next(30, 300));
        return new TelluEntry(entryId, at.AddSeconds(3), 32, id, 1, person, at, note) { Task = new MissedTask(Tasks[random.Next(Tasks.Length)], due, Reasons[random.Next(Reasons.Length)]) };
    }
}
