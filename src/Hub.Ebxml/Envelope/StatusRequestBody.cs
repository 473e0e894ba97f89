namespace Hub.Ebxml.Envelope;

/// <summary>Asks what became of an earlier message.</summary>
/// <param name="RefToMessageId">The message asked about.</param>
public sealed record StatusRequestBody(string RefToMessageId) : MessageBody;
