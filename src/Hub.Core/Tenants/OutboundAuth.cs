namespace Hub.Core.Tenants;

/// <summary>How the hub proves who it is.</summary>
public enum OutboundAuthKind
{
    /// <summary>OAuth 2.0 client credentials (RFC 6749 section 4.4) with a client secret.</summary>
    ClientCredentials,

    /// <summary>A fixed key in the <c>Authorization</c> header.</summary>
    Bearer,
}

/// <summary>The hub's credentials at a partner. Secrets are references, never values.</summary>
/// <param name="Kind">Which scheme.</param>
/// <param name="Secret">Where the secret is.</param>
/// <param name="ClientId">OAuth client id; null for <see cref="OutboundAuthKind.Bearer"/>.</param>
/// <param name="TokenUrl">OAuth token endpoint; null = <c>oauth/token</c> under the partner's url.</param>
/// <param name="Scope">OAuth scope, null = none.</param>
public sealed record OutboundAuth(OutboundAuthKind Kind, SecretReference Secret, string? ClientId, Uri? TokenUrl, string? Scope);

/// <summary>Where a secret is found: <c>file:/path</c> or <c>env:NAME</c>.</summary>
/// <param name="Location">The reference as written.</param>
public sealed record SecretReference(string Location);
