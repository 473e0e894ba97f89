using Hub.Core.Identities;

namespace Hub.Core.Content;

/// <summary>A note meant for the journal, free-standing or following an alert.</summary>
/// <param name="Time">When it was written.</param>
/// <param name="Sections">Headed texts in order; at least one.</param>
public sealed record JournalNote(ClinicalTime Time, IReadOnlyList<NoteSection> Sections) : HomeContent
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.Note;

    /// <inheritdoc/>
    public override string? Category => NoteCategory;

    /// <summary>Title, null when the source gave none.</summary>
    public string? Title { get; init; }

    /// <summary>What kind of note: <c>alert-closed</c>, <c>free</c>, <c>task-not-done</c>, <c>device-event</c> (about a device that raised no alert), or the source's own word; null when unknown.</summary>
    public string? NoteCategory { get; init; }

    /// <summary>Type codes that the source gave (Composition.type), null when none.</summary>
    public Concept? Type { get; init; }

    /// <summary>Category codes that the source gave (Composition.category).</summary>
    public IReadOnlyList<Concept> Categories { get; init; } = [];

    /// <summary>Who wrote it.</summary>
    public IReadOnlyList<Party> Authors { get; init; } = [];

    /// <summary>Id of the alert it follows, null when free-standing.</summary>
    public string? FollowsAlert { get; init; }

    /// <summary>The alert itself where it came in the same document, else null.</summary>
    public Alert? Alert { get; init; }

    /// <summary>Time line of the follow-up (VKP composition-event), in order.</summary>
    public IReadOnlyList<NoteEvent> Events { get; init; } = [];

    /// <summary>Business identifiers of the note.</summary>
    public IReadOnlyList<Identifier> Identifiers { get; init; } = [];

    /// <summary>Observations, answers and devices that the note's document carried with it.</summary>
    public IReadOnlyList<HomeContent> Attached { get; init; } = [];
}

/// <summary>A headed piece of text. Nothing is dropped: headings, codes, line breaks and nesting are kept.</summary>
/// <param name="Heading">Heading as received, null when it had none.</param>
/// <param name="Code">Codes of the heading, null when none.</param>
/// <param name="Text">Plain text with line breaks; empty when only the nested sections have text.</param>
/// <param name="Sections">Nested sections, in order.</param>
public sealed record NoteSection(string? Heading, Concept? Code, string Text, IReadOnlyList<NoteSection> Sections);

/// <summary>A step of the follow-up (VKP composition-event).</summary>
/// <param name="Code">Which step.</param>
/// <param name="At">When, null when the source did not say.</param>
/// <param name="Text">In words, null when none.</param>
public sealed record NoteEvent(Concept Code, ClinicalTime? At, string? Text = null);
