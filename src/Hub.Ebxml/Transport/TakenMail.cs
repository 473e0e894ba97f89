namespace Hub.Ebxml.Transport;

/// <summary>A mail that was taken and is not yet done.</summary>
/// <param name="Name">Its unique name in the Maildir, without flags; the same after a restart.</param>
/// <param name="ArrivedAt">When it was delivered to the Maildir.</param>
/// <param name="Bytes">The whole mail, headers and all.</param>
public sealed record TakenMail(string Name, DateTimeOffset ArrivedAt, ReadOnlyMemory<byte> Bytes)
{
    internal string Path { get; init; } = "";
}

/// <summary>One look into a Maildir.</summary>
/// <param name="Mails">What was taken, oldest first.</param>
/// <param name="Failures">What could not be, each with the mail's name as path; mail too large is in quarantine by then.</param>
public sealed record MaildirTaking(IReadOnlyList<TakenMail> Mails, IReadOnlyList<Failure> Failures);
