namespace Hub.Host.Security.Tokens;

/// <summary>What a valid access token says about who asks.</summary>
/// <param name="Subject">The issuer's name of the user, or of the client where there is no user.</param>
/// <param name="Client">Client id; empty when none.</param>
/// <param name="Organization">Organisation number of the legal entity; null when the token names none.</param>
/// <param name="Scopes">Granted scopes.</param>
internal sealed record AccessToken(string Subject, string Client, string? Organization, ScopeSet Scopes)
{
    /// <summary>National id of the user; null when a system asks.</summary>
    public string? UserId { get; init; }

    /// <summary>HPR number of the user; null when none.</summary>
    public string? Hpr { get; init; }

    /// <summary>Authorisations of the user (Volven 9060), those chosen for this use where the token says so.</summary>
    public IReadOnlySet<string> Roles { get; init; } = new HashSet<string>();

    /// <summary>Organisation number of the place of treatment; null when none.</summary>
    public string? Place { get; init; }

    /// <summary>The patient in context (SMART <c>patient</c>); null when none.</summary>
    public string? LaunchPatient { get; init; }

    /// <summary>Thumbprint of the key it is bound to; null for a bearer token.</summary>
    public string? BoundTo { get; init; }

    /// <summary>True when a system asks without a user.</summary>
    public bool IsSystem => UserId is null && Hpr is null;
}
