namespace Hub.Ebxml.Envelope;

/// <summary>Answers a <see cref="PingBody"/>.</summary>
public sealed record PongBody : MessageBody;
