using System.Security.Cryptography.X509Certificates;
using Hub.Ebxml.Agreements;
using Hub.Ebxml.Certificates;
using Hub.Ebxml.Envelope;

namespace Hub.Adapters.Ebxml.Parties;

/// <summary>Whether a certificate that signed a message belongs to the party that the message says it is from: pinned to register or agreement, never trusted for its name alone (HITS 1172 rules 44, 104, 105).</summary>
/// <param name="Findings">Why it is not; empty when it is.</param>
/// <param name="IsUndecided">True when only a fresh revocation list can tell.</param>
internal sealed record SenderTrust(IReadOnlyList<Finding> Findings, bool IsUndecided)
{
    private const string Path = "//ds:Signature/ds:KeyInfo/ds:X509Data/ds:X509Certificate";

    public static SenderTrust Judge(TenantParty own, int her, X509Certificate2 certificate, DateTimeOffset signedAt, DateTimeOffset now)
    {
        var pinned = Pinned(own, her);
        var registered = pinned.Where(p => p.IsComplete).Select(p => p.Load()).ToList();
        try
        {
            // An entry that gives the thumbprint alone still names exactly one certificate.
            if (pinned.Any(p => !p.IsComplete && p.Thumbprint == certificate.Thumbprint))
                registered.Add(certificate);
            return own.Certificates.Decide(certificate, CertificatePurpose.Signing, signedAt, now, registered) switch
            {
                CertificateAccepted => new SenderTrust([], false),
                CertificateUndecided => new SenderTrust([], true),
                CertificateRefused refused => new SenderTrust([new Finding(44, FindingSeverity.Error, ErrorCodes.SecurityFailure, Path, refused.Text)], false),
                _ => throw new InvalidOperationException("There is no such verdict."),
            };
        }
        finally
        {
            foreach (var loaded in registered.Where(r => !ReferenceEquals(r, certificate)))
                loaded.Dispose();
        }
    }

    /// <summary>The certificates that a party may have signed with: more than one while certificates overlap.</summary>
    private static List<PartnerCertificate> Pinned(TenantParty own, int her)
    {
        var pinned = new List<PartnerCertificate>(own.Book.SigningCertificates(her));
        foreach (var agreement in own.Agreements.Values.Where(a => a.Kind == AgreementKind.Profile || a.Party(own.Messaging.Her) is not null))
        {
            if (agreement.Party(her) is { } party)
                pinned.AddRange(party.SigningCertificates);
        }

        return pinned;
    }
}
