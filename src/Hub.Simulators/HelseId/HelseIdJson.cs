using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.HelseId;

/// <summary>Writes answers.</summary>
internal static class HelseIdJson
{
    public static async Task WriteAsync<T>(HttpContext http, int status, T body)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body);
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes);
    }
}
