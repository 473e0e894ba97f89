using System.Globalization;

namespace Hub.Host.Commands.Checks;

/// <summary>Judges the end of a certificate. Pure.</summary>
internal static class Expiry
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    /// <summary>Judges it.</summary>
    /// <param name="check">Name of the check.</param>
    /// <param name="what">What the certificate is.</param>
    /// <param name="notAfter">Its end.</param>
    /// <param name="now">The time.</param>
    /// <returns>Failed when it is over, a warning in its last 30 days.</returns>
    public static Finding Judge(string check, string what, DateTimeOffset notAfter, DateTimeOffset now)
    {
        var left = notAfter - now;
        var text = string.Create(CultureInfo.InvariantCulture, $"{what}: {(left < TimeSpan.Zero ? "expired" : $"{(int)left.TotalDays} days left, until")} {notAfter.UtcDateTime:yyyy-MM-dd}");
        const string Todo = "Replace it: ops/runbooks/certificate-expiry.md.";
        return left < TimeSpan.Zero ? new Finding(check, Verdict.Failed, text, Todo) : left < Soon ? new Finding(check, Verdict.Warning, text, Todo) : Finding.Ok(check, text);
    }
}
