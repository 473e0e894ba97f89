namespace Hub.Ebxml.Mime;

/// <summary>Headers that a message gets when it goes by mail.</summary>
/// <param name="From">The sender's EDI address in the address register (HITS 1172 rule 261).</param>
/// <param name="To">The receiver's EDI address (rule 262).</param>
/// <param name="MessageId">The mail's own id without angle brackets; not the ebXML message id.</param>
/// <param name="Date">When it is sent.</param>
/// <param name="Subject">Subject; null for none. Never with patient data.</param>
public sealed record MailHeaders(string From, string To, string MessageId, DateTimeOffset Date, string? Subject = null);
