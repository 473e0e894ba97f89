using System.Net;
using Hub.Simulators.Loopback;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Dignio;

/// <summary>A vendor's system of the Dignio kind as a receiver on loopback: takes changes of follow-up at <c>POST /hub/events</c>, each once, and keeps a ledger of what it was told; answers questions about its patients at <c>POST /lookup/...</c>. Modelled.</summary>
public sealed class DignioServer : IAsyncDisposable
{
    private readonly LoopbackListener _listener;
    private readonly DignioServerOptions _options;
    private readonly LookupFace _lookups;

    private DignioServer(DignioServerOptions options)
    {
        _options = options;
        _lookups = new LookupFace(Records) { Latency = options.LookupLatency };
        _listener = new LoopbackListener(options.Port, AnswerAsync);
    }

    /// <summary>Base address, with a slash at the end.</summary>
    public Uri Url => new($"http://{IPAddress.Loopback}:{_listener.Port}/");

    /// <summary>What it was told.</summary>
    public FollowUpLedger Ledger { get; } = new();

    /// <summary>What it can be asked for.</summary>
    public DignioRecords Records { get; } = new();

    /// <summary>How long the answer to a question takes.</summary>
    public TimeSpan LookupLatency
    {
        get => _lookups.Latency;
        set => _lookups.Latency = value;
    }

    /// <summary>What goes wrong when it is asked.</summary>
    public LookupFault LookupFault
    {
        get => _lookups.Fault;
        set => _lookups.Fault = value;
    }

    /// <summary>How often it was asked.</summary>
    public int Asked => _lookups.Asked;

    /// <summary>Plans that it was told.</summary>
    public PlanShelf Plans { get; } = new();

    /// <summary>Who its patients are, as it was told.</summary>
    public PersonShelf People { get; } = new();

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
            case ("POST", { } path) when path.StartsWith("/lookup/", StringComparison.Ordinal):
                if (await BodyAsync(http) is { } question)
                    await _lookups.AnswerAsync(http, question);
                return;
            default:
                http.Response.StatusCode = 405;
                return;
        }
    }

    private async Task<byte[]?> BodyAsync(HttpContext http)
    {
        if (_options.Token is { } token && http.Request.Headers.Authorization != $"Bearer {token}")
        {
            http.Response.StatusCode = 401;
            return null;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.ToArray();
    }

    private async Task EventAsync(HttpContext http)
    {
        if (await BodyAsync(http) is not { } body)
            return;
        var (status, replayed) = Plans.Take(body, _options.Patients) ?? People.Take(body, _options.Patients) ?? Ledger.Take(body, _options.Patients);
        http.Response.StatusCode = status;
        if (replayed)
            http.Response.Headers["Idempotent-Replayed"] = "true";
    }
}
