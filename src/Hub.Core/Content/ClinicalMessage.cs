namespace Hub.Core.Content;

/// <summary>A clinical message of the national message network (PLO, dialogmelding), read heading by heading. Nothing of its text is dropped; the whole document lies beside the reading.</summary>
/// <param name="MessageType">Type of the message (Volven 8279), such as <c>LOG_INNLAGT</c>, <c>UTSKRIVNINGSRAPPORT</c> or <c>DIALOG_HELSEFAGLIG</c>: what routes filter on.</param>
/// <param name="MessageId">The document's own id (MsgHead MsgId).</param>
/// <param name="Time">When the document was made (MsgHead GenDate).</param>
/// <param name="Entries">Texts with their headings, in the order of the document.</param>
/// <param name="Document">The KITH XML as received, byte by byte.</param>
public sealed record ClinicalMessage(
    string MessageType, string MessageId, ClinicalTime Time, IReadOnlyList<ClinicalEntry> Entries, ReadOnlyMemory<byte> Document) : HomeContent
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.Clinical;

    /// <inheritdoc/>
    public override string? Category => MessageType;

    /// <summary>What people call the message: the display name of its type.</summary>
    public string? Title { get; init; }

    /// <summary>Who sent it, from organisation to unit to person; empty parts are left out.</summary>
    public IReadOnlyList<Party> Senders { get; init; } = [];

    /// <summary>Coded facts outside the texts: events, services, diagnoses, medication, contacts.</summary>
    public IReadOnlyList<ClinicalFact> Facts { get; init; } = [];

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<ClinicalAttachment> Attachments { get; init; } = [];

    /// <summary>The message it belongs to (MsgHead ConversationRef), null for the first of a conversation.</summary>
    public string? Conversation { get; init; }

    /// <summary>The message it answers or replaces (RefToParent), null when none.</summary>
    public string? Parent { get; init; }

    /// <summary>New, changed or cancelled (forsendelsesstatus N, M, C); null when the message has none.</summary>
    public string? Dispatch { get; init; }

    /// <summary>What the transport said of it (conversation, service, agreement, addresses), by names of the adapter that read it. Used to answer in the same conversation.</summary>
    public IReadOnlyDictionary<string, string> Transport { get; init; } = new Dictionary<string, string>();

    /// <summary>Why the message must be refused (codes of Volven 8221); empty for a good one. A refused message goes to no journal.</summary>
    public IReadOnlyList<Coding> Refusals { get; init; } = [];
}

/// <summary>A text of a clinical message.</summary>
/// <param name="Path">Names of the sections it stands in, outermost first.</param>
/// <param name="Code">Heading code with its list and display name, null for a text without heading.</param>
/// <param name="Text">The text with its line breaks.</param>
/// <param name="Remark">Remark (Merknad) beside the text, null when none.</param>
public sealed record ClinicalEntry(IReadOnlyList<string> Path, Coding? Code, string Text, string? Remark = null);

/// <summary>A coded fact of a clinical message.</summary>
/// <param name="Path">Names of the elements it stands in, outermost first.</param>
/// <param name="Name">What it is (element name in words).</param>
/// <param name="Code">Its code, null for plain values.</param>
/// <param name="Value">Its value in words; null when the code says all.</param>
public sealed record ClinicalFact(IReadOnlyList<string> Path, string Name, Coding? Code, string? Value);

/// <summary>A file that came with a clinical message.</summary>
/// <param name="Title">Description, null when none.</param>
/// <param name="MediaType">Media type as declared.</param>
/// <param name="Content">The bytes; empty when the message only referred to it.</param>
public sealed record ClinicalAttachment(string? Title, string MediaType, ReadOnlyMemory<byte> Content);
