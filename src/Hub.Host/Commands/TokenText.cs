using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Core.Storage;

namespace Hub.Host.Commands;

/// <summary>How tokens are printed: never their hash.</summary>
internal static class TokenText
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>What a token opens and how long, in one line.</summary>
    public static string Terms(IssuedToken token) =>
        string.Create(CultureInfo.InvariantCulture, $"{token.Role} {Reach(token)}, expires {token.ExpiresAt:yyyy-MM-dd}");

    /// <summary>Tokens for people.</summary>
    public static string Table(IReadOnlyList<IssuedToken> tokens, DateTimeOffset now)
    {
        if (tokens.Count == 0)
            return "No tokens";
        var text = new StringBuilder($"{"NAME",-24} {"ROLE",-14} {"REACH",-28} {"ISSUED",-10} {"EXPIRES",-10} STATE");
        foreach (var token in tokens)
        {
            text.Append('\n').Append(
                CultureInfo.InvariantCulture, $"{token.Name,-24} {token.Role,-14} {Reach(token),-28} {token.IssuedAt:yyyy-MM-dd} {token.ExpiresAt:yyyy-MM-dd} {State(token, now)}");
        }

        return text.ToString();
    }

    /// <summary>Tokens for scripts.</summary>
    public static string Json(IReadOnlyList<IssuedToken> tokens) => JsonSerializer.Serialize(new { tokens = tokens.Select(t => View(t)) }, Format);

    /// <summary>A token for scripts.</summary>
    /// <param name="token">It as stored.</param>
    /// <param name="secret">It as its holder has it, when it was just issued.</param>
    public static string Json(IssuedToken token, string? secret = null) => JsonSerializer.Serialize(View(token, secret), Format);

    private static object View(IssuedToken t, string? secret = null) =>
        new { t.Name, Token = secret, t.Role, t.Tenant, t.Partner, t.IssuedAt, t.ExpiresAt, t.RevokedAt };

    private static string Reach(IssuedToken token) => token.Tenant is null ? "all tenants" : token.Partner is null ? token.Tenant : $"{token.Tenant}/{token.Partner}";

    private static string State(IssuedToken token, DateTimeOffset now) => token.RevokedAt is not null ? "revoked" : token.ExpiresAt <= now ? "expired" : "in force";
}
