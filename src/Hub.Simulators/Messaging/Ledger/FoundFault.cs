namespace Hub.Simulators.Messaging;

/// <summary>Something the other side did that it must not do.</summary>
/// <param name="Code">What: <c>signature</c>, <c>certificate</c>, <c>decryption</c>, <c>rule-NNN</c> (HITS 1172), <c>schema</c>, <c>kith</c>, <c>apprec</c>, <c>receipt</c>, <c>false-duplicate</c>, <c>forgery-accepted</c> ...</param>
/// <param name="MessageId">In which message; empty when it could not be read.</param>
/// <param name="Text">In words, without personal data.</param>
public sealed record FoundFault(string Code, string MessageId, string Text);
