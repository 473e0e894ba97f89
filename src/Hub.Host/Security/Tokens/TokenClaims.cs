using System.Text.Json;

namespace Hub.Host.Security.Tokens;

/// <summary>Reads the claims of HelseID and SMART into an <see cref="AccessToken"/>.</summary>
internal static class TokenClaims
{
    /// <summary>National id of the user.</summary>
    public const string Pid = "helseid://claims/identity/pid";

    /// <summary>Security level of the login.</summary>
    public const string SecurityLevel = "helseid://claims/identity/security_level";

    /// <summary>HPR number of the user.</summary>
    public const string HprNumber = "helseid://claims/hpr/hpr_number";

    /// <summary>Authorisations of the user as the register of health personnel has them.</summary>
    public const string HprDetails = "helseid://claims/hpr/hpr_details";

    /// <summary>Organisation number of the legal entity.</summary>
    public const string OrgnrParent = "helseid://claims/client/claims/orgnr_parent";

    /// <summary>Organisation number of the place of treatment.</summary>
    public const string OrgnrChild = "helseid://claims/client/claims/orgnr_child";

    /// <summary>Attributes of the trust framework, where the caller sent any.</summary>
    public const string TrustFramework = "nhn:tillitsrammeverk:parameters";

    /// <summary>The level that users must have logged in at.</summary>
    public const string Level = "4";

    private const int LongestPatient = 200;

    /// <summary>Reads the claims.</summary>
    /// <param name="claims">Claims of a token that was found valid.</param>
    /// <returns>What they say.</returns>
    public static AccessToken Read(JsonElement claims)
    {
        var client = Claim.Text(claims, "client_id") ?? "";
        return new AccessToken(Claim.Text(claims, "sub") ?? client, client, Claim.Single(claims, OrgnrParent), new ScopeSet(Scopes(claims)))
        {
            UserId = Claim.Single(claims, Pid),
            Hpr = Claim.Single(claims, HprNumber),
            Roles = Roles(claims),
            Place = Claim.Single(claims, OrgnrChild),
            LaunchPatient = Claim.Text(claims, "patient") is { Length: > 0 and <= LongestPatient } patient ? patient : null,
            BoundTo = Claim.Object(claims, "cnf") is { } confirmation ? Claim.Text(confirmation, "jkt") : null,
        };
    }

    // HelseID writes a list, RFC 9068 a text with spaces.
    private static List<string> Scopes(JsonElement claims) =>
        [.. Claim.Texts(claims, "scope").SelectMany(s => s.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    // The authorisation that the user acts under for this use; otherwise all that the register has.
    private static HashSet<string> Roles(JsonElement claims)
    {
        var practitioner = Claim.Object(claims, TrustFramework) is { } framework ? Claim.Object(framework, "practitioner") : null;
        if (practitioner is { } person && Claim.Object(person, "authorization") is { } chosen)
            return Claim.Text(chosen, "code") is { Length: > 0 } code ? [code] : [];
        var roles = new HashSet<string>(StringComparer.Ordinal);
        if (Claim.Object(claims, HprDetails) is not { } details || !details.TryGetProperty("approvals", out var approvals) || approvals.ValueKind != JsonValueKind.Array)
            return roles;
        foreach (var approval in approvals.EnumerateArray())
        {
            if (Claim.Text(approval, "profession") is { Length: > 0 } profession)
                roles.Add(profession);
        }

        return roles;
    }
}
