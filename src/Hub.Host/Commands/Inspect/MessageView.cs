namespace Hub.Host.Commands.Inspect;

/// <summary>An ebXML message.</summary>
/// <param name="Type">payload, acknowledgment, messageError, ping, pong, statusRequest or statusResponse.</param>
/// <param name="MessageId">Its id.</param>
/// <param name="ConversationId">Conversation.</param>
/// <param name="RefToMessageId">The message it is about; null when it names none.</param>
/// <param name="CpaId">Agreement.</param>
/// <param name="From">Sender.</param>
/// <param name="To">Receiver.</param>
/// <param name="Service">Service.</param>
/// <param name="Action">Action.</param>
/// <param name="Time">When it was made.</param>
/// <param name="TimeToLive">When it is of no use any more.</param>
/// <param name="DuplicateElimination">Whether duplicates are to be dropped.</param>
/// <param name="AckRequested">signed, unsigned, or null when no receipt is asked for.</param>
/// <param name="SyncReply">Whether the answer is wanted in the same exchange.</param>
/// <param name="Systems">The systems behind it, as the description of HITS 1210 names them.</param>
/// <param name="ReceivedAt">For a receipt or a status: when the other message was received.</param>
/// <param name="Acknowledged">For a receipt: the digests that it gives back.</param>
/// <param name="Errors">For errors: each of them.</param>
/// <param name="Status">For a status response: the status.</param>
internal sealed record MessageView(
    string Type, string MessageId, string ConversationId, string? RefToMessageId, string CpaId, PartyView From, PartyView To, string Service, string Action, DateTimeOffset Time,
    DateTimeOffset? TimeToLive, bool DuplicateElimination, string? AckRequested, bool SyncReply, string? Systems, DateTimeOffset? ReceivedAt, IReadOnlyList<DigestView>? Acknowledged,
    IReadOnlyList<ErrorView>? Errors, string? Status);

/// <summary>A party of the message.</summary>
/// <param name="Her">HER-id; null when there is none.</param>
/// <param name="Ids">Other identifiers as type and value; those that may be a person's are left out.</param>
/// <param name="Role">Role.</param>
internal sealed record PartyView(int? Her, IReadOnlyList<string> Ids, string? Role);

/// <summary>An error that the message tells of.</summary>
/// <param name="Code">Code.</param>
/// <param name="Severity">error or warning.</param>
/// <param name="Location">Where.</param>
/// <param name="Text">What, with long numbers masked unless content is shown.</param>
internal sealed record ErrorView(string Code, string Severity, string? Location, string? Text);

/// <summary>An attachment.</summary>
/// <param name="ContentId">Content id.</param>
/// <param name="MediaType">Media type as written.</param>
/// <param name="Bytes">Size as sent, after transfer decoding.</param>
/// <param name="Sha256">SHA-256 of those bytes in base64.</param>
/// <param name="Encryption">The cipher; unknown when the encryption cannot be read; null when it is in the clear.</param>
/// <param name="EncryptedTo">The certificates whose keys open it.</param>
/// <param name="DocumentBytes">Size of the document inside; null when it was not opened.</param>
/// <param name="NotOpened">Why it was not opened, for machines: no-key, wrong-recipient and so on; null when it was.</param>
internal sealed record AttachmentView(
    string ContentId, string MediaType, int Bytes, string Sha256, string? Encryption, IReadOnlyList<string>? EncryptedTo, int? DocumentBytes, string? NotOpened);
