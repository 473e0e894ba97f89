using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Dignio;

/// <summary>A note for the journal.</summary>
internal static class NoteReader
{
    private static readonly Shape Body = new("category", "title", "text", "sections", "author", "alertId");

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
        if (body.Text("text") is { } text)
            sections.Add(new NoteSection(null, null, PlainText.From(text, body.Findings, body.PathOf("text")), []));
        sections.AddRange(Sections.Read(body));
        if (sections.Count == 0 && (!body.Has("text") || body.Findings.Errors.Count == 0))
            body.Fail(IntakeErrors.Missing, "text", "A note has text or sections.");

        return time is null || author is null || sections.Count == 0 ? null : new JournalNote(time, sections)
        {
            Title = title,
            NoteCategory = category,
            Authors = [author],
            FollowsAlert = follows,
        };
    }
}
