using System.Globalization;
using Hub.Adapters.Json;
using Hub.Adapters.Tellu.Codes;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>A note for the journal: free, of a closed alert, or on a task that was not done.</summary>
internal static class NoteReader
{
    private const string NotDoneReasons = "urn:hub:tellu-like:not-done-reason";
    private static readonly Shape Body = new("title", "text", "section", "by", "alert", "task");
    private static readonly NoteSections Sections = new("section", (text, _) => text);
    private static readonly Shape Task = new("name", "due", "reason", "comment");

    public static JournalNote? Read(EntryContext entry)
    {
        if (entry.At.Object("note", Body, required: true) is not { } body)
            return null;
        var title = body.Text("title", longest: 500);
        var by = PersonReader.Read(body, "by", required: true);
        var alert = body.Text("alert", longest: 120);
        if (entry.Kind == EntryKind.AlertNote && alert is null)
            body.Fail(IntakeErrors.Missing, "alert", "A note of a closed alert names the alert.");
        var sections = new List<NoteSection>();
        if (entry.Kind == EntryKind.TaskNotDone)
            sections.AddRange(NotDone(body, entry.Times));
        else if (body.Has("task"))
            body.Fail(IntakeErrors.UnknownField, "task", "Only a note on a task that was not done names one.");
        if (body.Text("text") is { } text)
            sections.Add(new NoteSection(null, null, text, []));
        sections.AddRange(Sections.Read(body));
        if (sections.Count == 0 && !body.Has("text") && entry.Kind != EntryKind.TaskNotDone)
            body.Fail(IntakeErrors.Missing, "text", "A note has text or sections.");
        return by is null || sections.Count == 0 ? null : new JournalNote(entry.Time, sections)
        {
            Title = title,
            NoteCategory = EntryKinds.CategoryOf(entry.Kind),
            Authors = [by],
            FollowsAlert = alert,
        };
    }

    private static IEnumerable<NoteSection> NotDone(Fields body, EntryTimes times)
    {
        if (body.Object("task", Task, required: true) is not { } task)
            yield break;
        if (task.Text("name", required: true, 500) is { } name)
            yield return new NoteSection("Oppgave", null, name, []);
        if (times.Read(task, "due", mayBeFuture: true) is { } due)
            yield return new NoteSection("Frist", null, due.Start.ToString("dd.MM.yyyy 'kl.' HH:mm", CultureInfo.InvariantCulture), []);
        if (TelluCodes.NotDoneReasons.TryRead(task, "reason", out var reason, required: true))
        {
            var code = TelluCodes.NotDoneReasons.CodeOf(reason)!.Value.ToString(CultureInfo.InvariantCulture);
            yield return new NoteSection("Årsak", new Concept([new Coding(NotDoneReasons, code, reason)]), reason, []);
        }

        if (task.Text("comment") is { } comment)
            yield return new NoteSection("Kommentar", null, comment, []);
    }
}
