using Hub.Core.Errors;

namespace Hub.Adapters.Http;

/// <summary>Why there is no token for a partner, where the fault is in the configuration.</summary>
[ErrorCatalogue.Area]
public static class TokenErrors
{
    /// <summary>The token service does not grant the scope.</summary>
    public static readonly ErrorDefinition ScopeRejected = new(
        "HUB-TOKEN-001", "The token service does not grant a scope that is configured", "Have the scope added to the client, or take it out of auth.scope; what waits goes out by itself afterwards.", Retryable: true);

    /// <summary>The token service does not take the client's assertion or proof.</summary>
    public static readonly ErrorDefinition ClientRefused = new(
        "HUB-TOKEN-002", "The token service refuses the hub's client", "Check auth.clientId, the key and its registration, the organisation, and this machine's clock; what waits goes out by itself afterwards.", Retryable: true);

    /// <summary>The client's key cannot be used.</summary>
    public static readonly ErrorDefinition BadKey = new(
        "HUB-TOKEN-003", "The client's key cannot be used", "Put a private key (PEM or JWK) that fits auth.algorithm where auth.secret points.", Retryable: true);

    /// <summary>The discovery document is not the issuer's.</summary>
    public static readonly ErrorDefinition BadDiscovery = new(
        "HUB-TOKEN-004", "The issuer's discovery document cannot be used", "Check auth.issuer against the address the token service publishes, or name auth.tokenUrl.", Retryable: true);
}
