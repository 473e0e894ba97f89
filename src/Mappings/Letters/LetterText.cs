namespace Hub.Mappings.Letters;

/// <summary>A letter as one text, for forms that have a single field: each section under its heading, sections parted by an empty line; sections in a row under one heading have it once.</summary>
internal static class LetterText
{
    public static string Of(Letter letter) =>
        string.Join("\n\n", letter.Sections.Select((s, i) => i > 0 && letter.Sections[i - 1].Topic == s.Topic ? s.Written : $"{s.Topic.Name.ToUpperInvariant()}\n{s.Written}"));
}
