using System.Globalization;
using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Dignio;

/// <summary>A note for the journal.</summary>
internal static class NoteReader
{
    private const string NotDone = "task-not-done";

    private static readonly Shape Body = new("category", "title", "text", "sections", "author", "alertId", "task");

    private static readonly Shape Task = new("name", "due", "reason", "comment");

    /// <summary>Headed texts in <c>sections</c>, nested ones included.</summary>
    public static NoteSections Sections { get; } = new("sections", (text, at) => PlainText.From(text, at.Findings, at.PathOf("text")));

    public static JournalNote? Read(Fields at, ClinicalTime? time)
    {
        if (at.Object("note", Body, required: true) is not { } body)
            return null;

        var category = body.Text("category", required: true, 60);
        var title = body.Text("title", longest: 500);
        var author = PartyReader.Read(body, "author", required: true);
        var follows = body.Text("alertId", longest: 200);
        if (category == "alert-closed" && follows is null)
            body.Fail(IntakeErrors.Missing, "alertId", "A note on a closed alert names the alert.");

        var sections = new List<NoteSection>();
        if (category == NotDone)
            sections.AddRange(TaskNotDone(body));
        else if (body.Has("task"))
            body.Fail(IntakeErrors.UnknownField, "task", "Only a note on a task that was not done names one.");
        if (body.Text("text") is { } text)
            sections.Add(new NoteSection(null, null, PlainText.From(text, body.Findings, body.PathOf("text")), []));
        sections.AddRange(Sections.Read(body));
        if (sections.Count == 0 && category != NotDone && (!body.Has("text") || body.Findings.Errors.Count == 0))
            body.Fail(IntakeErrors.Missing, "text", "A note has text or sections.");

        return time is null || author is null || sections.Count == 0 ? null : new JournalNote(time, sections)
        {
            Title = title,
            NoteCategory = category,
            Authors = [author],
            FollowsAlert = follows,
        };
    }

    // What was to be done, by when and why it was not stands first, under headings of the journal.
    private static IEnumerable<NoteSection> TaskNotDone(Fields body)
    {
        if (body.Object("task", Task, required: true) is not { } task)
            yield break;
        if (task.Text("name", required: true, 500) is { } name)
            yield return new NoteSection("Oppgave", null, PlainText.From(name, task.Findings, task.PathOf("name")), []);
        if (task.Time("due", mayBeFuture: true) is { } due)
            yield return new NoteSection("Frist", null, due.Start.ToString("dd.MM.yyyy 'kl.' HH:mm", CultureInfo.InvariantCulture), []);
        if (task.Text("reason", required: true) is { } reason)
            yield return new NoteSection("Årsak", null, PlainText.From(reason, task.Findings, task.PathOf("reason")), []);
        if (task.Text("comment") is { } comment)
            yield return new NoteSection("Kommentar", null, PlainText.From(comment, task.Findings, task.PathOf("comment")), []);
    }
}
