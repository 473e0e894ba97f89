using Hub.Core.Tenants;

namespace Hub.Host.Configuration;

/// <summary>What the hub shows callers of its https addresses. A renewed certificate is taken up without a restart.</summary>
/// <param name="Certificate">PEM file: the certificate, then those of its issuers in order, without the root. Relative to the configuration directory.</param>
/// <param name="Key">Where its private key is, PEM and not encrypted.</param>
public sealed record TlsSettings(string Certificate, SecretReference Key);
