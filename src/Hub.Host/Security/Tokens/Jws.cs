using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Hub.Host.Security.Tokens;

/// <summary>A signed JWT in compact form (RFC 7515 section 7.1), taken apart but not yet trusted.</summary>
/// <param name="Algorithm">The algorithm it says it is signed with.</param>
/// <param name="Type">Its <c>typ</c>, empty when none.</param>
/// <param name="KeyId">Its <c>kid</c>, null when none.</param>
/// <param name="Header">The header.</param>
/// <param name="Claims">The claims.</param>
/// <param name="Signed">The bytes that are signed.</param>
/// <param name="Signature">The signature.</param>
internal sealed record Jws(string Algorithm, string Type, string? KeyId, JsonElement Header, JsonElement Claims, byte[] Signed, byte[] Signature)
{
    /// <summary>Longest text that is looked at.</summary>
    public const int MaxLength = 16 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <summary>Takes a text apart.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The parts; null when it is no signed JWT, is too long, has a member twice or has critical headers, none of which is known here.</returns>
    public static Jws? Parse(string text)
    {
        if (text.Length > MaxLength || text.Split('.') is not [{ Length: > 0 } first, { Length: > 0 } second, { Length: > 0 } third])
            return null;
        try
        {
            var header = Read(first);
            var claims = Read(second);
            if (header.ValueKind != JsonValueKind.Object || claims.ValueKind != JsonValueKind.Object || header.TryGetProperty("crit", out _) || HasTwice(header) || HasTwice(claims))
                return null;
            return Claim.Text(header, "alg") is { } algorithm
                ? new Jws(algorithm, Claim.Text(header, "typ") ?? "", Claim.Text(header, "kid"), header, claims, Encoding.ASCII.GetBytes($"{first}.{second}"), Base64Url.DecodeFromChars(third))
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private static JsonElement Read(string part)
    {
        using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(part), Options);
        return document.RootElement.Clone();
    }

    // Two readers of a claim that stands twice may see different values.
    private static bool HasTwice(JsonElement element)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return element.EnumerateObject().Any(member => !names.Add(member.Name));
    }
}
