namespace Hub.Mappings.Letters;

/// <summary>A letter as one text, for forms that have a single field: each section under its heading, sections parted by an empty line.</summary>
internal static class LetterText
{
    public static string Of(Letter letter) => string.Join("\n\n", letter.Sections.Select(s => $"{s.Topic.Name.ToUpperInvariant()}\n{s.Written}"));
}
