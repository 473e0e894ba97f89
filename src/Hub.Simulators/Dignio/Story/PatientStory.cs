using System.Globalization;
using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>The days of one patient, in the order things happen.</summary>
internal sealed class PatientStory
{
    private readonly SyntheticPerson _person;
    private readonly Random _random;
    private readonly Course _course;
    private readonly MeasurementStory _measurements;
    private readonly string _prefix;
    private int _events;
    private int _alerts;
    private int _planVersion;
    private bool _paused;

    public PatientStory(SyntheticPerson person, int seed)
    {
        _person = person;
        _random = new Random(unchecked((seed * 7919) + person.No));
        _course = new Course(_random);
        _measurements = new MeasurementStory(person, _random);
        _prefix = string.Create(CultureInfo.InvariantCulture, $"dg{seed}-{person.No}");
    }

    public IEnumerable<FeedEvent> Day(DateTimeOffset midnight, int day)
    {
        _course.NextDay();
        foreach (var change in Status(midnight, day))
            yield return change;
        if (_paused)
            yield break;
        if (day == 0 || (_course.Illness > 0.7 && _random.NextDouble() < 0.3))
            yield return Plan(midnight.AddHours(10).AddMinutes(_random.Next(40)));
        foreach (var sign in Signs.Of(_person.Diagnosis).Where(s => (day + _person.No) % s.EveryDays == 0))
        {
            foreach (var hour in sign.Hours)
            {
                foreach (var e in Measure(sign, midnight.AddHours(hour).AddMinutes(_random.Next(50)).AddSeconds(_random.Next(60))))
                    yield return e;
            }
        }
        if ((day + _person.No) % (_person.Diagnosis == Diagnosis.Copd ? 7 : 3) == 0)
        {
            foreach (var e in Form(midnight.AddHours(18).AddMinutes(_random.Next(50))))
                yield return e;
        }
        if (_random.NextDouble() < 0.15 + (0.4 * _course.Illness))
            yield return Next("chat", midnight.AddHours(14).AddMinutes(_random.Next(59)), at => ChatStory.Tell(at, _person, _random) with { Triage = _course.Illness > 0.3 ? Triage.Yellow : Triage.Green });
        if (_random.NextDouble() < 0.05)
            yield return Next("note", midnight.AddHours(15), Free);
        if ((day + _person.No) % 9 == 4)
            yield return Next("note", midnight.AddHours(16), NotDone);
    }

    private IEnumerable<FeedEvent> Measure(Sign sign, DateTimeOffset at)
    {
        var measured = Next("m", at, t => _measurements.Tell(sign, t, _course.Illness, _random));
        yield return measured;
        if (_random.NextDouble() < 0.015)
        {
            var right = MeasurementStory.Correct((Measurement)measured.Content, measured.EventId, _random);
            yield return Next("m", at.AddMinutes(12), _ => right) with { Oddity = "correction", OccurredAt = at };
        }
        foreach (var e in Alerts(measured))
            yield return e;
    }

    private IEnumerable<FeedEvent> Form(DateTimeOffset at)
    {
        var form = Next("q", at, t => FormStory.Tell(t, _person, _course.Illness, _random));
        yield return form;
        foreach (var e in Alerts(form))
            yield return e;
    }

    private IEnumerable<FeedEvent> Alerts(FeedEvent cause) =>
        cause.Content.Triage is Triage.Yellow or Triage.Red
            ? AlertStory.Tell(cause, string.Create(CultureInfo.InvariantCulture, $"{_prefix}-alert{++_alerts}"), _random)
            : [];

    private IEnumerable<FeedEvent> Status(DateTimeOffset midnight, int day)
    {
        if (day == 0)
        {
            yield return Change(FollowUpState.Included, midnight.AddHours(7), "Henvist fra fastlege");
        }
        else if (_paused)
        {
            _paused = false;
            yield return Change(FollowUpState.Included, midnight.AddHours(7), "Hjemme igjen");
        }
        else if (_random.NextDouble() < 0.02)
        {
            _paused = true;
            yield return Change(FollowUpState.Paused, midnight.AddHours(9), "Innlagt");
        }
    }

    private FeedEvent Change(FollowUpState state, DateTimeOffset at, string reason) =>
        Next("status", at, t => new PatientStatus(state, new ClinicalTime(t)) { Reason = reason, DecidedBy = Staff.OnDuty(_random) });

    private FeedEvent Plan(DateTimeOffset at) =>
        Next("plan", at, t => PlanStory.Tell($"{_prefix}-plan", ++_planVersion, t, _person, _measurements.Limits, _random));

    private JournalNote Free(DateTimeOffset at) => new(new ClinicalTime(at), [new NoteSection("Notat", null, "Samtale om bruk av utstyret. Pasienten mestrer målingene selv.", [])])
    {
        Triage = _course.Illness > 0.3 ? Triage.Yellow : Triage.Green,
        Title = "Notat uten varsel",
        NoteCategory = "free",
        Authors = [Staff.OnDuty(_random)],
    };

    // Whoever is on duty is drawn apart, so that the rest of the story stays as it was.
    private JournalNote NotDone(DateTimeOffset at) => new(new ClinicalTime(at), [new NoteSection("Oppgave", null, "Følge opp vekt etter ukesmåling", []), new NoteSection("Årsak", null, "Pasienten var ikke hjemme", [])])
    {
        Triage = Triage.Green,
        Title = "Oppgave ikke utført",
        NoteCategory = "task-not-done",
        Authors = [Staff.OnDuty(new Random(_events))],
    };

    private FeedEvent Next(string kind, DateTimeOffset at, Func<DateTimeOffset, HomeContent> tell) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{_prefix}-{kind}{++_events}"), _person, at, at.AddSeconds(2), tell(at));
}
