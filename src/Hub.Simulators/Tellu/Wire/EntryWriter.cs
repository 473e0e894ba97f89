using Hub.Core.Content;

namespace Hub.Simulators.Tellu;

/// <summary>Writes the fields of an entry.</summary>
internal static class EntryWriter
{
    public static void Write(IEntryForm to, TelluEntry entry)
    {
        to.Text("entryId", entry.EntryId);
        to.Time("published", entry.Published);
        to.Text("tz", "Europe/Oslo");
        to.Number("kind", entry.Kind);
        to.Text("id", entry.Id);
        to.Number("rev", entry.Revision);
        if (entry.Replaces is { } replaced)
        {
            to.Object("replaces", () =>
            {
                to.Text("entryId", replaced.EntryId);
                to.Number("rev", replaced.Revision);
            });
        }

        to.Object("subject", () =>
        {
            to.Text("pid", entry.Person.NationalId);
            to.Text("name", entry.Person.Name);
        });
        to.Time("at", entry.At);
        to.Number("prio", TelluWords.Prio(entry.Content.Triage));
        switch (entry.Content)
        {
            case Measurement measurement: to.Object("reading", () => ReadingWriter.Write(to, measurement)); break;
            case Alert alert: to.Object("alert", () => Alert(to, alert, entry.Causes)); break;
            case JournalNote note: to.Object("note", () => Note(to, note, entry.Task)); break;
            case QuestionnaireAnswers form: to.Object("form", () => FormWriter.Write(to, form)); break;
            case SelfTreatmentPlan plan: to.Object("plan", () => PlanWriter.Write(to, plan)); break;
            case PatientStatus status: to.Object("status", () => Status(to, status)); break;
        }
    }

    public static void Person(IEntryForm to, string name, Party? party)
    {
        if (party is null)
            return;
        to.Object(name, () =>
        {
            to.Number("role", TelluWords.Role(party.Role));
            to.Text("name", party.Name);
            to.Text("hpr", party.Id?.Value);
        });
    }

    private static void Alert(IEntryForm to, Alert alert, IReadOnlyList<(int Kind, string Id)> causes)
    {
        to.Number("alarm", causes is [(40, _), ..] ? 502 : 501);
        to.Text("text", alert.Cause);
        to.List("cause", causes, cause =>
        {
            to.Number("kind", cause.Kind);
            to.Text("id", cause.Id);
            to.Number("rev", 1);
        });
        Person(to, "closedBy", alert.ClosedBy);
        to.Text("action", alert.Action);
    }

    private static void Note(IEntryForm to, JournalNote note, MissedTask? task)
    {
        to.Text("title", note.Title);
        if (note.Sections is [{ Heading: null } only])
            to.Text("text", only.Text);
        else
        {
            to.List("section", note.Sections, section =>
            {
                to.Text("heading", section.Heading);
                to.Text("text", section.Text);
            });
        }

        Person(to, "by", note.Authors[0]);
        to.Text("alert", note.FollowsAlert);
        if (task is null)
            return;
        to.Object("task", () =>
        {
            to.Text("name", task.Name);
            to.Time("due", task.Due);
            to.Number("reason", task.Reason);
        });
    }

    private static void Status(IEntryForm to, PatientStatus status)
    {
        to.Number("state", TelluWords.State(status.State));
        to.Text("text", status.Reason);
        Person(to, "by", status.DecidedBy);
    }
}
