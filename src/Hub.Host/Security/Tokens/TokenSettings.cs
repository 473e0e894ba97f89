namespace Hub.Host.Security.Tokens;

/// <summary>Whose access tokens open the read face. Addresses that are not set are taken from the issuer's discovery document (OpenID Connect Discovery 1.0).</summary>
public sealed record TokenSettings
{
    /// <summary>Issuer as it stands in tokens (<c>iss</c>).</summary>
    public required string Issuer { get; init; }

    /// <summary>The hub's own name among audiences (<c>aud</c>).</summary>
    public required string Audience { get; init; }

    /// <summary>Where the issuer's keys are; null = as its discovery document says.</summary>
    public Uri? Jwks { get; init; }

    /// <summary>Where users log in; null = as the discovery document says.</summary>
    public Uri? AuthorizationEndpoint { get; init; }

    /// <summary>Where tokens are given; null = as the discovery document says.</summary>
    public Uri? TokenEndpoint { get; init; }

    /// <summary>How far the clocks of issuer and hub may differ; default 5 s. How old a DPoP proof may be is fixed, as HelseID's sample has it.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>True when tokens without a key of their own are refused (HelseID's profile); default false, since viewers launched by SMART may hold plain bearer tokens.</summary>
    public bool ProofRequired { get; init; }
}
