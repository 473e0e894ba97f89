using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Json;

/// <summary>Headed texts of a note, nested in each other under one member name.</summary>
/// <param name="member">The member that holds the list, in the note and in each section.</param>
/// <param name="words">What is made of a text; the section is given for findings.</param>
internal sealed class NoteSections(string member, Func<string, Fields, string> words)
{
    private const int MostLevels = 8;

    private readonly Shape _shape = new("heading", "text", member);

    /// <summary>The sections of an object, nested ones included; empty when it has none.</summary>
    public List<NoteSection> Read(Fields at) => Read(at, 1);

    private List<NoteSection> Read(Fields at, int level)
    {
        var sections = new List<NoteSection>();
        if (!at.Has(member))
            return sections;
        if (level > MostLevels)
        {
            at.Fail(IntakeErrors.TooDeep, member, $"Sections nest deeper than {MostLevels} levels.");
            return sections;
        }

        foreach (var section in at.Objects(member, _shape))
        {
            var heading = section.Text("heading", longest: 500);
            var text = section.Text("text");
            var nested = Read(section, level + 1);
            if (text is null && nested.Count == 0 && !section.Has("text"))
                section.Fail(IntakeErrors.Missing, "text", "A section has text or sections.");
            sections.Add(new NoteSection(heading, null, text is null ? "" : words(text, section), nested));
        }

        return sections;
    }
}
