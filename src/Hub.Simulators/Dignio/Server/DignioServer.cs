using System.Net;
using Hub.Simulators.Loopback;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Dignio;

/// <summary>A vendor's system of the Dignio kind as a receiver on loopback: takes changes of follow-up at <c>POST /hub/events</c>, each once, and keeps a ledger of what it was told. Modelled.</summary>
public sealed class DignioServer : IAsyncDisposable
{
    private readonly LoopbackListener _listener;
    private readonly DignioServerOptions _options;

    private DignioServer(DignioServerOptions options)
    {
        _options = options;
        _listener = new LoopbackListener(options.Port, AnswerAsync);
    }

    /// <summary>Base address, with a slash at the end.</summary>
    public Uri Url => new($"http://{IPAddress.Loopback}:{_listener.Port}/");

    /// <summary>What it was told.</summary>
    public FollowUpLedger Ledger { get; } = new();

    /// <summary>Starts a server; it listens when the task is done.</summary>
    /// <param name="options">How it is set up; null = defaults.</param>
    /// <returns>The server.</returns>
    public static async Task<DignioServer> StartAsync(DignioServerOptions? options = null)
    {
        var server = new DignioServer(options ?? new DignioServerOptions());
        await server._listener.OpenAsync();
        return server;
    }

    /// <summary>Stops listening.</summary>
    /// <returns>Done when the port is free.</returns>
    public async ValueTask DisposeAsync() => await _listener.CloseAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        switch (http.Request.Method, http.Request.Path.Value)
        {
            case ("GET", "/health"):
                http.Response.StatusCode = 200;
                return;
            case ("POST", "/hub/events"):
                await EventAsync(http);
                return;
            default:
                http.Response.StatusCode = 405;
                return;
        }
    }

    private async Task EventAsync(HttpContext http)
    {
        if (_options.Token is { } token && http.Request.Headers.Authorization != $"Bearer {token}")
        {
            http.Response.StatusCode = 401;
            return;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var (status, replayed) = Ledger.Take(body.ToArray(), _options.Patients);
        http.Response.StatusCode = status;
        if (replayed)
            http.Response.Headers["Idempotent-Replayed"] = "true";
    }
}
