namespace Hub.Mappings.Letters;

/// <summary>A headed text of a letter.</summary>
/// <param name="Topic">The heading by code.</param>
/// <param name="Heading">A heading of its own that stands as first line, null when the topic's name says it.</param>
/// <param name="Text">The text, lines parted by <c>\n</c>.</param>
public sealed record LetterSection(LetterTopic Topic, string? Heading, string Text)
{
    /// <summary>The text as it is written: its own heading first.</summary>
    public string Written => Heading is null ? Text : $"{Heading}\n{Text}";
}
