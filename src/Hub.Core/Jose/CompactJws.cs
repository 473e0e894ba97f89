using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Hub.Core.Json;

namespace Hub.Core.Jose;

/// <summary>A signed JSON text in compact form (RFC 7515 section 7.1) that carries claims (RFC 7519). What was read is not trusted before <see cref="Verify"/> said yes.</summary>
public sealed class CompactJws
{
    /// <summary>The longest text that is read, 32 KiB.</summary>
    public const int Longest = 32 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    private readonly byte[] _signed;
    private readonly byte[] _signature;

    private CompactJws(JsonElement header, JsonElement claims, JwsAlgorithm algorithm, byte[] signed, byte[] signature) =>
        (Header, Claims, Algorithm, _signed, _signature) = (header, claims, algorithm, signed, signature);

    /// <summary>The protected header.</summary>
    public JsonElement Header { get; }

    /// <summary>The claims.</summary>
    public JsonElement Claims { get; }

    /// <summary>The algorithm that the header names.</summary>
    public JwsAlgorithm Algorithm { get; }

    /// <summary>Type of the token (<c>typ</c>), null when it has none.</summary>
    public string? Type => Text(Header, "typ");

    /// <summary>Name of the key (<c>kid</c>), null when it names none.</summary>
    public string? KeyId => Text(Header, "kid");

    /// <summary>Signs claims.</summary>
    /// <param name="key">The key.</param>
    /// <param name="header">Writes header members beside <c>alg</c>.</param>
    /// <param name="claims">Writes the claims.</param>
    /// <returns>The compact form.</returns>
    public static string Write(SigningKey key, Action<Utf8JsonWriter> header, Action<Utf8JsonWriter> claims)
    {
        var head = Part(json =>
        {
            json.WriteString("alg", key.Algorithm.Name);
            header(json);
        });
        var signed = $"{head}.{Part(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>Reads the compact form. Texts with an algorithm that is not taken, with <c>crit</c>, with the same member twice or longer than <see cref="Longest"/> are not read.</summary>
    /// <param name="text">The text.</param>
    /// <returns>What it says, not verified; null when it cannot be read.</returns>
    public static CompactJws? Read(string? text)
    {
        if (text is not { Length: > 0 and <= Longest } || text.Split('.') is not [var head, var body, var signature] || signature.Length == 0)
            return null;
        if (Object(head) is not { } header || Object(body) is not { } claims || Bytes(signature) is not { } signatureBytes)
            return null;
        var algorithm = JwsAlgorithm.Find(Text(header, "alg"));
        return algorithm is null || header.TryGetProperty("crit", out _)
            ? null
            : new CompactJws(header, claims, algorithm, Encoding.ASCII.GetBytes(text[..(head.Length + 1 + body.Length)]), signatureBytes);
    }

    /// <summary>Whether the key signed it.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True when it did.</returns>
    public bool Verify(PublicJwk key) => key.Verify(Algorithm, _signed, _signature);

    /// <summary>A claim that is a text.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The text, null when it is missing or something else.</returns>
    public string? Claim(string name) => Text(Claims, name);

    /// <summary>A claim that is a time (seconds since 1970).</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The time, null when it is missing or something else.</returns>
    public DateTimeOffset? Instant(string name) =>
        Claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>A claim that is one text or a list of them, as <c>aud</c> and <c>scope</c> may be.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The texts; empty when it is missing or something else.</returns>
    public IReadOnlyList<string> Texts(string name) => Claims.TryGetProperty(name, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => [.. value.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)],
        _ => [],
    } : [];

    private static string Part(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Base64Url.EncodeToString(buffer.WrittenSpan);
    }

    private static JsonElement? Object(string part)
    {
        if (Bytes(part) is not { } bytes)
            return null;
        try
        {
            using var document = SoundJson.Parse(bytes, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[]? Bytes(string part) => Base64Url.IsValid(part) ? Base64Url.DecodeFromChars(part) : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
