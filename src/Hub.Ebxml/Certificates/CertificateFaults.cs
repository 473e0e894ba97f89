namespace Hub.Ebxml.Certificates;

/// <summary>Reasons for which a certificate is not relied on; stable, for machines.</summary>
public static class CertificateFaults
{
    /// <summary>It is not the certificate the partner is registered with (HITS 1172 rule 44).</summary>
    public const string NotThePartners = "not-the-partners";

    /// <summary>Its key usage is another.</summary>
    public const string WrongPurpose = "wrong-purpose";

    /// <summary>It was not yet valid (rule 104).</summary>
    public const string NotYetValid = "not-yet-valid";

    /// <summary>It was no longer valid (rule 105).</summary>
    public const string Expired = "expired";

    /// <summary>It does not lead to a trusted root.</summary>
    public const string Untrusted = "untrusted";

    /// <summary>Its issuer has revoked it.</summary>
    public const string Revoked = "revoked";

    /// <summary>There is no fresh revocation list of its issuer.</summary>
    public const string RevocationUnknown = "revocation-unknown";
}
