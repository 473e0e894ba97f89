using Hub.Core.Adapters;

namespace Hub.Host.Commands.Checks;

/// <summary>Judges a certificate of the message network: its end, and whether register and agreement name it. Pure.</summary>
internal static class CertificateFinding
{
    /// <summary>Judges it.</summary>
    /// <param name="check">Name of the check.</param>
    /// <param name="use">The certificate.</param>
    /// <param name="now">The time.</param>
    /// <returns>Failed when messages break on it now, a warning in its last 30 days.</returns>
    public static Finding Of(string check, CertificateUse use, DateTimeOffset now)
    {
        var expiry = Expiry.Judge(check, $"{use.Use}{(use.Subject.Length > 0 ? $" of {use.Subject}" : "")}", use.NotAfter, now);
        return expiry.Verdict == Verdict.Failed || use.Mismatch is not { } mismatch
            ? expiry
            : new Finding(check, Verdict.Failed, $"{expiry.Text}. {mismatch}", use.IsOwn ? "Let register and agreement name the certificate in use, or use the one that they name: ops/runbooks/certificate-expiry.md." : "Fetch the partner's current entry of the register and its current agreement.");
    }
}
