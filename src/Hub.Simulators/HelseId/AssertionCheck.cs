using System.Text.Json;
using Hub.Core.Jose;

namespace Hub.Simulators.HelseId;

/// <summary>Checks a client assertion (RFC 7523 section 3, and what HelseID adds to it).</summary>
internal sealed class AssertionCheck(Func<string, HelseIdClient?> clients, Uri issuer, Uri tokenEndpoint, SeenIds seen, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    /// <summary>Who it is and for which organisation, or the first rule that is broken.</summary>
    public (HelseIdClient? Client, Organizations Organizations, string? Fault) Check(string? assertion, string? clientId)
    {
        if (CompactJws.Read(assertion) is not { } read || read.Claim("iss") is not { } name || clients(name) is not { } client)
            return Bad("The assertion cannot be read or names no client");
        if (clientId is { Length: > 0 } && clientId != name)
            return Bad("client_id is not the issuer of the assertion");
        var fault = Signed(read, client) ?? Audience(read, client) ?? Times(read);
        if (fault is not null)
            return Bad(fault);
        if (read.Claim("jti") is not { Length: > 0 } id || !seen.First($"assertion {name} {id}"))
            return Bad("jti is missing or was used before");
        return Organization(read, client);
    }

    private static string? Signed(CompactJws read, HelseIdClient client) =>
        read.Claim("sub") != client.ClientId ? "sub is not the client"
        : !client.Keys.Any(read.Verify) ? "No key of the client made the signature"
        : null;

    private string? Audience(CompactJws read, HelseIdClient client)
    {
        if (read.Texts("aud") is not [var audience])
            return "aud must be one text";
        if (client.OldAssertions && read.Type is null or "JWT" && audience == tokenEndpoint.AbsoluteUri)
            return null;
        return read.Type != "client-authentication+jwt" ? "typ must be client-authentication+jwt"
            : audience != issuer.AbsoluteUri.TrimEnd('/') ? "aud must be the issuer"
            : null;
    }

    private string? Times(CompactJws read)
    {
        var now = time.GetUtcNow();
        if (read.Instant("exp") is not { } ends || read.Instant("iat") is not { } issued)
            return "exp or iat is missing";
        return ends - issued > Longest ? "exp is more than 60 seconds after iat"
            : ends < now - Skew ? "The assertion is over"
            : issued > now + Skew || read.Instant("nbf") > now + Skew ? "The assertion is from the future"
            : null;
    }

    private static (HelseIdClient?, Organizations, string?) Organization(CompactJws read, HelseIdClient client)
    {
        var details = read.Claims.TryGetProperty("assertion_details", out var found) ? found : default;
        if (client.Organizations.Count == 0)
        {
            return details.ValueKind == JsonValueKind.Undefined ? (client, new Organizations(client.Organization, null), null)
                : Identifier(details, "urn:oid:2.16.578.1.12.4.1.4.101") is { } child ? (client, new Organizations(client.Organization, child), null)
                : Bad("assertion_details of a single-tenant client must name a unit");
        }

        if (Identifier(details, "urn:oid:1.0.6523")?.Split(':') is not ["NO", "ORGNR", { Length: 9 } parent, var unit])
            return Bad("assertion_details of a multi-tenant client must name an organisation as NO:ORGNR:parent:child");
        return client.Organizations.Contains(parent) ? (client, new Organizations(parent, unit.Length > 0 ? unit : null), null) : Bad("The client may not act for this organisation");
    }

    private static string? Identifier(JsonElement details, string system)
    {
        if (Member(details, "type").ValueKind != JsonValueKind.String || details.GetProperty("type").GetString() != "helseid_authorization")
            return null;
        var identifier = Member(Member(Member(details, "practitioner_role"), "organization"), "identifier");
        return Text(identifier, "system") == system && Text(identifier, "type") == "ENH" ? Text(identifier, "value") : null;
    }

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static string? Text(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static (HelseIdClient?, Organizations, string?) Bad(string fault) => (null, default, fault);
}

/// <summary>The organisations that a token speaks for.</summary>
internal readonly record struct Organizations(string? Parent, string? Child);
