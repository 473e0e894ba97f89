using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Dignio;

/// <summary>A note for the journal.</summary>
internal static class NoteReader
{
    private const int MostLevels = 8;

    private static readonly Shape Body = new("category", "title", "text", "sections", "author", "alertId");

    private static readonly Shape Section = new("heading", "text", "sections");

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
        sections.AddRange(Sections(body, 1));
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

    /// <summary>Headed texts in <c>sections</c>, nested ones included.</summary>
    public static List<NoteSection> Sections(Fields at, int level)
    {
        var sections = new List<NoteSection>();
        if (!at.Has("sections"))
            return sections;
        if (level > MostLevels)
        {
            at.Fail(IntakeErrors.TooDeep, "sections", $"Sections nest deeper than {MostLevels} levels.");
            return sections;
        }

        foreach (var section in at.Objects("sections", Section))
        {
            var heading = section.Text("heading", longest: 500);
            var text = section.Text("text");
            var nested = Sections(section, level + 1);
            if (text is null && nested.Count == 0 && !section.Has("text"))
                section.Fail(IntakeErrors.Missing, "text", "A section has text or sections.");
            sections.Add(new NoteSection(heading, null, text is null ? "" : PlainText.From(text, section.Findings, section.PathOf("text")), nested));
        }

        return sections;
    }
}
