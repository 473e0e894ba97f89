namespace Hub.Ebxml.Transport;

/// <summary>Where mail is read and how.</summary>
/// <param name="Folder">The Maildir: has <c>new</c>, <c>cur</c> and <c>tmp</c>; those missing are made.</param>
/// <param name="DoneFolder">Where mail goes when it is done; null to delete it.</param>
/// <param name="QuarantineFolder">Where mail goes that is too large or was put aside; null for <c>quarantine</c> in the Maildir.</param>
/// <param name="PollInterval">How long at most until new mail is seen; null for 10 seconds.</param>
/// <param name="MaxBytes">Largest mail. Default 10 MB and what its headers take.</param>
public sealed record MaildirOptions(
    string Folder, string? DoneFolder = null, string? QuarantineFolder = null, TimeSpan? PollInterval = null, int MaxBytes = WireMessage.MaxBytes + (64 * 1024))
{
    internal string New => Path.Combine(Folder, "new");

    internal string Cur => Path.Combine(Folder, "cur");

    internal string Quarantine => QuarantineFolder ?? Path.Combine(Folder, "quarantine");
}
