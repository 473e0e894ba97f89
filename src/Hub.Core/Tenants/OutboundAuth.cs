namespace Hub.Core.Tenants;

/// <summary>How the hub proves who it is.</summary>
public enum OutboundAuthKind
{
    /// <summary>OAuth 2.0 client credentials (RFC 6749 section 4.4) with a client secret.</summary>
    ClientCredentials,

    /// <summary>A fixed key in the <c>Authorization</c> header.</summary>
    Bearer,

    /// <summary>HelseID: OAuth 2.0 client credentials with a signed assertion (private_key_jwt), for an organisation, bound to a key (DPoP).</summary>
    HelseId,
}

/// <summary>The hub's credentials at a partner. Secrets are references, never values.</summary>
/// <param name="Kind">Which scheme.</param>
/// <param name="Secret">Where the secret is.</param>
/// <param name="ClientId">OAuth client id; null for <see cref="OutboundAuthKind.Bearer"/>.</param>
/// <param name="TokenUrl">OAuth token endpoint; null = <c>oauth/token</c> under the partner's url.</param>
/// <param name="Scope">OAuth scope, null = none.</param>
public sealed record OutboundAuth(OutboundAuthKind Kind, SecretReference Secret, string? ClientId, Uri? TokenUrl, string? Scope)
{
    /// <summary>What HelseID needs beyond that; null for the other kinds.</summary>
    public HelseIdAuth? HelseId { get; init; }
}

/// <summary>The hub as a client of HelseID.</summary>
/// <param name="Issuer">The security token service; its discovery document names the token endpoint where <see cref="OutboundAuth.TokenUrl"/> does not.</param>
/// <param name="Parent">Organisation number of the legal entity that the hub acts for.</param>
public sealed record HelseIdAuth(Uri Issuer, string Parent)
{
    /// <summary>Organisation number of the unit; null for none.</summary>
    public string? Child { get; init; }

    /// <summary>True (default): the client serves several organisations and names the one it acts for. False: it belongs to one organisation and names at most a unit of it.</summary>
    public bool MultiTenant { get; init; } = true;

    /// <summary>True (default): tokens are bound to a key, and every request carries a proof (RFC 9449).</summary>
    public bool DPoP { get; init; } = true;

    /// <summary>Algorithm that assertions are signed by; null = the one the key names, else PS256 for RSA and the curve's own for EC.</summary>
    public string? Algorithm { get; init; }

    /// <summary>Name of the key (<c>kid</c>) where the key itself has none; null for none.</summary>
    public string? KeyId { get; init; }

    /// <summary>True makes assertions of the old style: audience = token endpoint, no <c>typ</c>. Default false: audience = issuer, <c>client-authentication+jwt</c>.</summary>
    public bool OldAssertion { get; init; }
}

/// <summary>Where a secret is found: <c>file:/path</c> or <c>env:NAME</c>.</summary>
/// <param name="Location">The reference as written.</param>
public sealed record SecretReference(string Location);
