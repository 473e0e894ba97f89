namespace Hub.Core.Content;

/// <summary>Chat lines that a member of staff chose for the journal: never the whole log.</summary>
/// <param name="Time">When the excerpt was chosen.</param>
/// <param name="Lines">The chosen lines, in order; at least one.</param>
public sealed record ChatExcerpt(ClinicalTime Time, IReadOnlyList<ChatLine> Lines) : HomeContent
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.Chat;

    /// <summary>Who chose the lines, null when unknown.</summary>
    public Party? ChosenBy { get; init; }

    /// <summary>Why, in the chooser's words; null when none.</summary>
    public string? Reason { get; init; }
}

/// <summary>One line of chat.</summary>
/// <param name="At">When it was written.</param>
/// <param name="From">Who wrote it.</param>
/// <param name="Text">The text as written, emoji and line breaks included.</param>
public sealed record ChatLine(DateTimeOffset At, Party From, string Text);
