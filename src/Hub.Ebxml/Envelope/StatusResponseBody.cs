namespace Hub.Ebxml.Envelope;

/// <summary>Answers a <see cref="StatusRequestBody"/>.</summary>
/// <param name="RefToMessageId">The message asked about.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Timestamp">When it was received; null when it is not known.</param>
public sealed record StatusResponseBody(string RefToMessageId, MessageStatus Status, DateTimeOffset? Timestamp) : MessageBody;
