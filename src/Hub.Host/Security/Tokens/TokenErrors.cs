using Hub.Core.Errors;

namespace Hub.Host.Security.Tokens;

/// <summary>Why an access token does not open the face.</summary>
[ErrorCatalogue.Area]
public static class TokenErrors
{
    /// <summary>No token.</summary>
    public static readonly ErrorDefinition Missing = new("HUB-ACCESS-001", "The request carries no access token", "Send 'Authorization: DPoP TOKEN' with a DPoP header, or 'Authorization: Bearer TOKEN'.", HttpStatus: 401);

    /// <summary>Not a token that can be read and trusted.</summary>
    public static readonly ErrorDefinition Invalid = new("HUB-ACCESS-002", "The access token is not valid", "Get a new token from the configured authorization server.", HttpStatus: 401);

    /// <summary>Too old or too early.</summary>
    public static readonly ErrorDefinition Expired = new("HUB-ACCESS-003", "The access token has expired or is not valid yet", "Get a new token; check the clock.", HttpStatus: 401);

    /// <summary>Of somebody else, or for somebody else.</summary>
    public static readonly ErrorDefinition WrongAudience = new("HUB-ACCESS-004", "The access token is of another issuer or for another audience", "Ask the configured authorization server for a token for this API.", HttpStatus: 401);

    /// <summary>The DPoP proof is missing or wrong.</summary>
    public static readonly ErrorDefinition BadProof = new("HUB-ACCESS-005", "The DPoP proof is missing or does not fit the request", "Make a new proof for each request: htm, htu without query, ath, iat, jti, with the key that the token is bound to (RFC 9449).", HttpStatus: 401);

    /// <summary>The DPoP proof was used before.</summary>
    public static readonly ErrorDefinition ReplayedProof = new("HUB-ACCESS-006", "This DPoP proof was used before", "Make a new proof, with a jti of its own, for each request.", HttpStatus: 401);

    /// <summary>The user did not log in strongly enough.</summary>
    public static readonly ErrorDefinition LevelTooLow = new("HUB-ACCESS-007", "The user must have logged in at security level 4", "Log in again at level 4.", HttpStatus: 401);

    /// <summary>The token's scopes do not cover the request.</summary>
    public static readonly ErrorDefinition ScopeTooSmall = new("HUB-ACCESS-008", "The token's scopes do not cover this", "Ask for a scope such as user/Observation.read or user/Observation.rs.", HttpStatus: 403);

    /// <summary>The issuer's keys cannot be had.</summary>
    public static readonly ErrorDefinition NoKeys = new("HUB-ACCESS-009", "The keys of the authorization server cannot be had now", "Try again; check the way to the authorization server.", Retryable: true, HttpStatus: 503);

    /// <summary>The hub takes no tokens.</summary>
    public static readonly ErrorDefinition NotConfigured = new("HUB-ACCESS-010", "This hub takes no access tokens", "Add 'tokens' to hub.yaml.", HttpStatus: 501);
}
