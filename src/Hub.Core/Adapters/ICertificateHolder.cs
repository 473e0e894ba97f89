using Hub.Core.Tenants;

namespace Hub.Core.Adapters;

/// <summary>An adapter whose messages stand or fall with certificates.</summary>
public interface ICertificateHolder : IAdapter
{
    /// <summary>The certificates that messages to and from a partner need.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="tenant">Its tenant.</param>
    /// <param name="secrets">Reads keys and files.</param>
    /// <returns>The certificates that can be read; what cannot is an error of the configuration.</returns>
    IReadOnlyList<CertificateUse> Certificates(PartnerConfig partner, TenantConfig tenant, ISecretReader secrets);
}

/// <summary>A certificate and what it is needed for.</summary>
/// <param name="Use"><c>own-signing</c>, <c>own-decryption</c>, <c>partner-signing</c> or <c>partner-encryption</c>.</param>
/// <param name="Subject">The organisation it was issued to; empty when it names none.</param>
/// <param name="NotAfter">Its end.</param>
public sealed record CertificateUse(string Use, string Subject, DateTimeOffset NotAfter)
{
    /// <summary>True for the tenant's own, on which messages to all partners depend.</summary>
    public bool IsOwn => Use.StartsWith("own-", StringComparison.Ordinal);

    /// <summary>Where register or agreement name another certificate than this one, so that messages fail though it holds; null where they do not.</summary>
    public string? Mismatch { get; init; }
}
