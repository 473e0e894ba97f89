using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hub.AcceptanceTests.Staging;

/// <summary>Where alerts are posted to, as a duty system would take them: it believes only what is signed.</summary>
internal sealed class AlertPost : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly List<JsonElement> _taken = [];

    private AlertPost(WebApplication server) => _server = server;

    public static string Secret => "kept by both";

    public Uri Url => new(_server.Urls.First());

    /// <summary>Status that it answers with.</summary>
    public int Status { get; set; } = 204;

    /// <summary>Keeps the answer to what was taken back until it is done; null = answers at once.</summary>
    public TaskCompletionSource? Hold { get; set; }

    /// <summary>What was believed and taken.</summary>
    public IReadOnlyList<JsonElement> Taken
    {
        get
        {
            lock (_taken)
                return [.. _taken];
        }
    }

    /// <summary>Events of one alert, in order.</summary>
    public IReadOnlyList<string> EventsOf(string id) => [.. Taken.Where(t => t.GetProperty("id").GetString() == id).Select(t => t.GetProperty("event").GetString()!)];

    public static async Task<AlertPost> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var post = new AlertPost(builder.Build());
        post._server.Run(post.TakeAsync);
        await post._server.StartAsync();
        return post;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var believed = IsSigned(context.Request.Headers["Hub-Signature"].ToString(), body.ToArray());
        context.Response.StatusCode = believed ? Status : 401;
        if (!believed || Status >= 300)
            return;
        lock (_taken)
            _taken.Add(JsonDocument.Parse(body.ToArray()).RootElement);
        if (Hold is { } hold)
            await hold.Task.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static bool IsSigned(string header, byte[] body)
    {
        var parts = header.Split(',').Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1]);
        if (!parts.TryGetValue("t", out var time) || !parts.TryGetValue("v1", out var signature))
            return false;
        byte[] signed = [.. Encoding.ASCII.GetBytes(time + "."), .. body];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed)) == signature
            && (DateTimeOffset.UtcNow - DateTimeOffset.FromUnixTimeSeconds(long.Parse(time, null))).Duration() < TimeSpan.FromMinutes(5);
    }
}
