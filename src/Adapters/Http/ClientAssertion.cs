using System.Text.Json;
using Hub.Core.Jose;
using Hub.Core.Tenants;

namespace Hub.Adapters.Http;

/// <summary>
/// The text by which a client proves itself to HelseID (RFC 7523 section 2.2; HelseID's security profile): signed by the client, for the issuer, good for ten seconds and
/// one use. It names the organisation that the client acts for, as HelseID.Library writes it.
/// </summary>
public static class ClientAssertion
{
    /// <summary>Value of <c>client_assertion_type</c>.</summary>
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    // HelseID takes at most 60 s; what lives shorter can be stolen for a shorter time. The old style is given the 60 s that its samples have.
    private const int Seconds = 10;
    private const int OldSeconds = 60;

    /// <summary>Makes an assertion.</summary>
    /// <param name="key">The client's key.</param>
    /// <param name="clientId">The client.</param>
    /// <param name="auth">Organisation, tenancy and style.</param>
    /// <param name="tokenEndpoint">The token endpoint: audience in the old style.</param>
    /// <param name="now">The time.</param>
    /// <param name="id">Unique id (<c>jti</c>).</param>
    /// <returns>The compact form.</returns>
    public static string Create(SigningKey key, string clientId, HelseIdAuth auth, Uri tokenEndpoint, DateTimeOffset now, string id) => CompactJws.Write(
        key,
        header =>
        {
            header.WriteString("typ", auth.OldAssertion ? "JWT" : "client-authentication+jwt");
            if (key.Public.KeyId is { } keyId)
                header.WriteString("kid", keyId);
        },
        claims =>
        {
            claims.WriteString("iss", clientId);
            claims.WriteString("sub", clientId);
            claims.WriteString("aud", auth.OldAssertion ? tokenEndpoint.AbsoluteUri : Issuer(auth));
            claims.WriteNumber("iat", now.ToUnixTimeSeconds());
            claims.WriteNumber("nbf", now.ToUnixTimeSeconds());
            claims.WriteNumber("exp", now.ToUnixTimeSeconds() + (auth.OldAssertion ? OldSeconds : Seconds));
            claims.WriteString("jti", id);
            if (auth.MultiTenant)
                Organization(claims, "urn:oid:1.0.6523", $"NO:ORGNR:{auth.Parent}:{auth.Child}");
            else if (auth.Child is { } child)
                Organization(claims, "urn:oid:2.16.578.1.12.4.1.4.101", child);
        });

    /// <summary>The issuer as tokens and assertions name it: without the slash that addresses get.</summary>
    /// <param name="auth">The client.</param>
    /// <returns>The text.</returns>
    public static string Issuer(HelseIdAuth auth) => auth.Issuer.AbsoluteUri.TrimEnd('/');

    private static void Organization(Utf8JsonWriter claims, string system, string value)
    {
        claims.WriteStartObject("assertion_details");
        claims.WriteString("type", "helseid_authorization");
        claims.WriteStartObject("practitioner_role");
        claims.WriteStartObject("organization");
        claims.WriteStartObject("identifier");
        claims.WriteString("system", system);
        claims.WriteString("type", "ENH");
        claims.WriteString("value", value);
        claims.WriteEndObject();
        claims.WriteEndObject();
        claims.WriteEndObject();
        claims.WriteEndObject();
    }
}
