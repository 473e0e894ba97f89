using System.Buffers.Text;
using System.Security.Cryptography;
using Hub.Core.Storage;

namespace Hub.Host.Security;

/// <summary>A token of the operators' API as its holder has it: <c>hub_ops_ID_SECRET</c>. Its beginning tells people, scanners of secrets and the hub that it is no partner's key.</summary>
internal static class OperatorToken
{
    private const string Prefix = "hub_ops_";

    /// <summary>Makes a token: 32 random bits of id, 256 of secret.</summary>
    /// <returns>The token. It is shown once and kept nowhere.</returns>
    public static string New() => $"{Prefix}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";

    /// <summary>Whether a text has the form of a token.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True for <c>hub_ops_...</c>.</returns>
    public static bool IsToken(ReadOnlySpan<char> text) => text.Length is > 16 and <= ApiKey.MaxLength && text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Who holds a stored token.</summary>
    /// <param name="token">The token.</param>
    /// <returns>The caller; null where the role or its scope is none that this version knows: such a token opens nothing.</returns>
    public static Caller.Operator? Holder(IssuedToken token) =>
        RoleOf(token.Role) is { } role && Fits(role, token.Tenant, token.Partner)
            ? new Caller.Operator(token.Name) { Role = role, Scope = new Scope(token.Tenant, token.Partner), HoldsToken = true }
            : null;

    /// <summary>The role of a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The role, null when there is none.</returns>
    public static OperatorRole? RoleOf(string name) => Array.Find(Enum.GetValues<OperatorRole>(), r => NameOf(r) == name) is var role && NameOf(role) == name ? role : null;

    /// <summary>The name of a role.</summary>
    /// <param name="role">The role.</param>
    /// <returns>Its name in small letters.</returns>
    public static string NameOf(OperatorRole role) => role.ToString().ToLowerInvariant();

    /// <summary>Whether a role has the scope it needs: operators none, vendors a tenant and a partner, the others a tenant.</summary>
    /// <param name="role">The role.</param>
    /// <param name="tenant">Tenant.</param>
    /// <param name="partner">Partner.</param>
    /// <returns>True when it has.</returns>
    public static bool Fits(OperatorRole role, string? tenant, string? partner) =>
        (tenant is not null) == (role != OperatorRole.Operator) && (partner is not null) == (role == OperatorRole.Vendor);
}
