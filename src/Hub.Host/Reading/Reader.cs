using Hub.Core.Tenants;
using Hub.Host.Security.Tokens;

namespace Hub.Host.Reading;

/// <summary>Somebody whose token was found valid, at a tenant where their organisation is known.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Party">Their organisation.</param>
/// <param name="Token">What the token says.</param>
/// <param name="Name">Who they are in the audit log: HPR number, keyed hash of the user, or client; never a national id.</param>
internal sealed record Reader(TenantConfig Tenant, PartyConfig Party, AccessToken Token, string Name)
{
    private static readonly IReadOnlySet<string> System = new HashSet<string> { AccessRule.SystemRole };

    /// <summary>Roles that count in access rules.</summary>
    public IReadOnlySet<string> Roles => Token.IsSystem ? System : Token.Roles;
}
