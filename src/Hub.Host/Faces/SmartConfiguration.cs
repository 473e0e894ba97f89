using System.Text.Json;
using Hub.Core.Jose;
using Hub.Host.Security.Tokens;

namespace Hub.Host.Faces;

/// <summary>The document at <c>.well-known/smart-configuration</c> (SMART App Launch 2.0, conformance): where a viewer that was launched from a journal logs its user in.</summary>
internal static class SmartConfiguration
{
    private static readonly string[] Capabilities =
    [
        "launch-ehr", "client-public", "client-confidential-asymmetric", "sso-openid-connect", "context-ehr-patient", "permission-patient", "permission-user", "permission-v1", "permission-v2",
    ];

    private static readonly string[] Scopes =
    [
        "openid", "fhirUser", "launch", "offline_access", "patient/*.read", "user/*.read", "system/*.read", "patient/*.rs", "user/*.rs", "system/*.rs",
    ];

    /// <summary>Writes the document.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="issuer">The authorization server.</param>
    /// <param name="addresses">Its addresses.</param>
    public static void Write(Utf8JsonWriter json, string issuer, ServerAddresses addresses)
    {
        json.WriteStartObject();
        json.WriteString("issuer", issuer);
        if (addresses.Jwks is { } keys)
            json.WriteString("jwks_uri", keys.AbsoluteUri);
        json.WriteString("authorization_endpoint", addresses.Authorization!.AbsoluteUri);
        json.WriteString("token_endpoint", addresses.Token!.AbsoluteUri);
        List(json, "token_endpoint_auth_methods_supported", ["private_key_jwt"]);
        List(json, "token_endpoint_auth_signing_alg_values_supported", JwsAlgorithm.Names);
        List(json, "grant_types_supported", ["authorization_code", "client_credentials"]);
        List(json, "response_types_supported", ["code"]);
        List(json, "code_challenge_methods_supported", ["S256"]);
        List(json, "scopes_supported", Scopes);
        List(json, "capabilities", Capabilities);
        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
