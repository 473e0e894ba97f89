namespace Hub.Simulators.HelseId;

/// <summary>Names of claims as HelseID has them.</summary>
public static class TokenClaims
{
    /// <summary>National id of a user.</summary>
    public const string Pid = "helseid://claims/identity/pid";

    /// <summary>Level of a user's log-on.</summary>
    public const string SecurityLevel = "helseid://claims/identity/security_level";

    /// <summary>HPR number of a user.</summary>
    public const string Hpr = "helseid://claims/hpr/hpr_number";

    /// <summary>Name of a client.</summary>
    public const string ClientName = "helseid://claims/client/client_name";

    /// <summary>Whether a client serves one tenant or several.</summary>
    public const string Tenancy = "helseid://claims/client/client_tenancy";

    /// <summary>Organisation number of the legal entity.</summary>
    public const string OrgnrParent = "helseid://claims/client/claims/orgnr_parent";

    /// <summary>Organisation number of the unit.</summary>
    public const string OrgnrChild = "helseid://claims/client/claims/orgnr_child";
}
