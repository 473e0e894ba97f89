namespace Hub.Host.Security.Tokens;

/// <summary>Where the authorization server is.</summary>
/// <param name="Authorization">Where users log in, null when not known.</param>
/// <param name="Token">Where tokens are given, null when not known.</param>
/// <param name="Jwks">Where its keys are, null when not known.</param>
internal sealed record ServerAddresses(Uri? Authorization, Uri? Token, Uri? Jwks);
