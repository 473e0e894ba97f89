namespace Hub.Ebxml.Transport;

/// <summary>Which program takes mail, and how it is called.</summary>
/// <param name="Program">Path of a sendmail-compatible program.</param>
/// <param name="Arguments">Its arguments; <c>{from}</c> and <c>{to}</c> stand for the addresses. Null for <c>-i -f {from} -- {to}</c>.</param>
/// <param name="Timeout">Longest time it may take; null for one minute.</param>
public sealed record SendmailOptions(string Program = "/usr/sbin/sendmail", IReadOnlyList<string>? Arguments = null, TimeSpan? Timeout = null)
{
    /// <summary>The arguments with the addresses filled in, each one argument whatever it holds: no shell reads them.</summary>
    /// <param name="from">Envelope sender.</param>
    /// <param name="to">Envelope recipient.</param>
    /// <returns>The arguments.</returns>
    public IReadOnlyList<string> ArgumentsFor(string from, string to) =>
        [.. (Arguments ?? ["-i", "-f", "{from}", "--", "{to}"]).Select(a => a.Replace("{from}", from, StringComparison.Ordinal).Replace("{to}", to, StringComparison.Ordinal))];
}
