namespace Hub.Ebxml.Envelope;

/// <summary>Asks whether the other MSH is there; answered with <see cref="PongBody"/>.</summary>
public sealed record PingBody : MessageBody;
