namespace Hub.Ebxml.Envelope;

/// <summary>A business message.</summary>
/// <param name="AckRequested">The request for a receipt; null when absent, which is answered with a warning.</param>
/// <param name="SyncReply">Whether the answer is wanted in the same HTTP exchange; must not occur in mail.</param>
/// <param name="Manifest">What is attached.</param>
public sealed record PayloadBody(AckRequested? AckRequested, bool SyncReply, Manifest Manifest) : MessageBody;
