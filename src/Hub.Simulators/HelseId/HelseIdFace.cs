using System.Text.Json;
using Hub.Core.Jose;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.HelseId;

/// <summary>The HTTP face: discovery, keys, tokens, and the back door for tests that logs a user on.</summary>
internal sealed class HelseIdFace(Uri issuer, TokenDesk tokens, HelseIdServer server)
{
    private static readonly string[] GrantTypes = ["client_credentials"];
    private static readonly string[] AuthMethods = ["private_key_jwt"];
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public Task AnswerAsync(HttpContext http)
    {
        if (server.Down)
        {
            http.Response.StatusCode = 503;
            return Task.CompletedTask;
        }

        return (http.Request.Method, http.Request.Path.Value) switch
        {
            ("GET", "/.well-known/openid-configuration") => DiscoveryAsync(http),
            ("GET", "/.well-known/openid-configuration/jwks") => KeysAsync(http),
            (_, "/connect/token") => tokens.AnswerAsync(http),
            ("POST", "/_sim/user-token") => UserAsync(http),
            _ => HelseIdJson.WriteAsync(http, 404, new Dictionary<string, object> { ["error"] = "not_found" }),
        };
    }

    private Task DiscoveryAsync(HttpContext http)
    {
        var root = issuer.AbsoluteUri.TrimEnd('/');
        return HelseIdJson.WriteAsync(http, 200, new Dictionary<string, object>
        {
            ["issuer"] = root,
            ["jwks_uri"] = $"{root}/.well-known/openid-configuration/jwks",
            ["authorization_endpoint"] = $"{root}/connect/authorize",
            ["token_endpoint"] = $"{root}/connect/token",
            ["grant_types_supported"] = GrantTypes,
            ["token_endpoint_auth_methods_supported"] = AuthMethods,
            ["token_endpoint_auth_signing_alg_values_supported"] = JwsAlgorithm.Names,
            ["dpop_signing_alg_values_supported"] = JwsAlgorithm.Names,
        });
    }

    private async Task KeysAsync(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("keys");
            foreach (var key in server.Keys)
                key.Write(json, asSigningKey: true);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }

    private async Task UserAsync(HttpContext http)
    {
        var request = await JsonSerializer.DeserializeAsync<HelseIdUserRequest>(http.Request.Body, Web, http.RequestAborted);
        if (request?.ToUser() is not { } user)
            await HelseIdJson.WriteAsync(http, 400, new Dictionary<string, object> { ["error"] = "invalid_request" });
        else
            await HelseIdJson.WriteAsync(http, 200, new Dictionary<string, object> { ["access_token"] = server.IssueUserToken(user), ["token_type"] = user.BoundTo is null ? "Bearer" : "DPoP" });
    }
}
