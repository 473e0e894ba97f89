using System.Text.Json;
using Hub.Core.Jose;

namespace Hub.Simulators.HelseId;

/// <summary>Writes access tokens as HelseID does: type <c>at+jwt</c>, RS256, scopes as a list, <c>cnf.jkt</c> when bound to a key.</summary>
internal sealed class TokenIssue(Uri issuer, TimeSpan lifetime, TimeProvider time)
{
    public string ForClient(SigningKey key, HelseIdClient client, IReadOnlyList<string> scopes, Organizations organizations, string? boundTo) => Write(key, lifetime, boundTo, scopes, null, json =>
    {
        json.WriteString("client_id", client.ClientId);
        json.WriteString("client_amr", "private_key_jwt");
        json.WriteString(TokenClaims.Tenancy, client.Organizations.Count > 0 ? "multi-tenant" : "single-tenant");
        Text(json, TokenClaims.ClientName, client.Name);
        Text(json, TokenClaims.OrgnrParent, organizations.Parent);
        Text(json, TokenClaims.OrgnrChild, organizations.Child);
    });

    public string ForUser(SigningKey key, HelseIdUser user) => Write(key, user.Lifetime ?? lifetime, user.BoundTo?.Thumbprint, user.Scopes, user.Audience, json =>
    {
        var claims = new Dictionary<string, string?>
        {
            ["client_id"] = user.ClientId,
            ["client_amr"] = "private_key_jwt",
            ["sub"] = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(user.Pid))),
            ["idp"] = "testidp-oidc",
            [TokenClaims.Pid] = user.Pid,
            [TokenClaims.SecurityLevel] = user.SecurityLevel,
            [TokenClaims.Hpr] = user.Hpr,
            [TokenClaims.OrgnrParent] = user.OrgnrParent,
            [TokenClaims.OrgnrChild] = user.OrgnrChild,
            ["name"] = user.Name,
            ["patient"] = user.Patient,
            ["encounter"] = user.Encounter,
        };
        foreach (var (name, value) in claims.Where(c => !user.Claims.ContainsKey(c.Key)))
            Text(json, name, value);
        if (user.Roles.Count > 0)
            Texts(json, "role", user.Roles);
        foreach (var (name, value) in user.Claims)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
    });

    private string Write(SigningKey key, TimeSpan life, string? boundTo, IReadOnlyList<string> scopes, string? audience, Action<Utf8JsonWriter> rest)
    {
        var now = time.GetUtcNow();
        var issued = life < TimeSpan.Zero ? now + life + life : now;
        return CompactJws.Write(
            key,
            header =>
            {
                header.WriteString("typ", "at+jwt");
                header.WriteString("kid", key.Public.KeyId);
            },
            json =>
            {
                json.WriteString("iss", issuer.AbsoluteUri.TrimEnd('/'));
                json.WriteNumber("nbf", issued.ToUnixTimeSeconds());
                json.WriteNumber("iat", issued.ToUnixTimeSeconds());
                json.WriteNumber("exp", (now + life).ToUnixTimeSeconds());
                Audience(json, audience is null ? [.. scopes.Where(s => s.Contains('/') && !s.StartsWith("helseid:", StringComparison.Ordinal)).Select(s => s[..s.IndexOf('/')]).Distinct()] : [audience]);
                if (boundTo is not null)
                {
                    json.WriteStartObject("cnf");
                    json.WriteString("jkt", boundTo);
                    json.WriteEndObject();
                }

                Texts(json, "scope", scopes);
                json.WriteString("jti", Guid.NewGuid().ToString("N"));
                rest(json);
            });
    }

    private static void Audience(Utf8JsonWriter json, IReadOnlyList<string> audiences)
    {
        if (audiences is [var one])
            json.WriteString("aud", one);
        else if (audiences.Count > 0)
            Texts(json, "aud", audiences);
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }
}
