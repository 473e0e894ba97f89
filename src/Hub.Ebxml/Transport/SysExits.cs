namespace Hub.Ebxml.Transport;

/// <summary>What the exit status of a mail program means (sysexits.h).</summary>
internal static class SysExits
{
    /// <summary>The failure; null for success. Statuses that are about this machine and not about the message pass.</summary>
    internal static Failure? Of(int status) => status switch
    {
        0 => null,
        64 => Lasting("EX_USAGE"),
        65 => Lasting("EX_DATAERR"),
        66 => Lasting("EX_NOINPUT"),
        67 => Lasting("EX_NOUSER"),
        68 => Lasting("EX_NOHOST"),
        77 => Lasting("EX_NOPERM"),
        69 => Passing("EX_UNAVAILABLE"),
        70 => Passing("EX_SOFTWARE"),
        71 => Passing("EX_OSERR"),
        72 => Passing("EX_OSFILE"),
        73 => Passing("EX_CANTCREAT"),
        74 => Passing("EX_IOERR"),
        75 => Passing("EX_TEMPFAIL"),
        76 => Passing("EX_PROTOCOL"),
        78 => Passing("EX_CONFIG"),
        _ => Passing($"status {status}"),
    };

    private static Failure Lasting(string name) => new(TransportCodes.MailRefused, $"The mail program refused the message: {name}.");

    private static Failure Passing(string name) => new(TransportCodes.MailDeferred, $"The mail program could not take the message now: {name}.", Retryable: true);
}
