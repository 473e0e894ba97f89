using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Gerica;

/// <summary>The OAuth 2.0 token endpoint: client credentials, by form fields or by Basic (RFC 6749 section 2.3.1).</summary>
internal static class TokenEndpoint
{
    public static async Task AnswerAsync(HttpContext http, AccessTokens tokens)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType)
        {
            await WriteAsync(http, 400, new { error = "invalid_request" });
            return;
        }
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form["grant_type"] != "client_credentials")
        {
            await WriteAsync(http, 400, new { error = "unsupported_grant_type" });
            return;
        }
        var (client, secret) = Basic(http.Request.Headers.Authorization) ?? (form["client_id"], form["client_secret"]);
        var token = tokens.Asked ? tokens.Issue(client, secret) : "open";
        if (token is null)
            await WriteAsync(http, 401, new { error = "invalid_client" });
        else
            await WriteAsync(http, 200, new { access_token = token, token_type = "Bearer", expires_in = tokens.LifetimeSeconds });
    }

    private static (string? Client, string? Secret)? Basic(string? header)
    {
        if (header is null || !header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        Span<byte> bytes = stackalloc byte[512];
        if (!Convert.TryFromBase64String(header[6..], bytes, out var length))
            return null;
        var pair = Encoding.UTF8.GetString(bytes[..length]).Split(':', 2);
        return pair.Length == 2 ? (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])) : null;
    }

    private static Task WriteAsync<T>(HttpContext http, int status, T body)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "application/json";
        return http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(body)).AsTask();
    }
}
