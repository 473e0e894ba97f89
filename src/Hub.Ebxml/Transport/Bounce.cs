namespace Hub.Ebxml.Transport;

/// <summary>A mail from a mail system about a mail that could not be delivered. It is unsigned: never more than a hint.</summary>
/// <param name="OriginalMessageId">Message-ID of the mail it is about, without angle brackets; null when not found. Not the eb:MessageId.</param>
/// <param name="Status">Status code of RFC 3463, such as <c>5.1.1</c>; null when not found.</param>
/// <param name="IsPermanent">True when the status or the action says that no more tries are made.</param>
public sealed record Bounce(string? OriginalMessageId, string? Status, bool IsPermanent);
