namespace Hub.Ebxml.Certificates;

/// <summary>What a certificate is used for. Enterprise certificates come in pairs, one for each.</summary>
public enum CertificatePurpose
{
    /// <summary>Signing: key usage nonRepudiation.</summary>
    Signing,

    /// <summary>Encryption: key usage keyEncipherment.</summary>
    Encryption,
}
