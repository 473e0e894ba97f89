using System.Net;
using System.Text.Json;
using Hub.Simulators.Loopback;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Planer;

/// <summary>Planer, the national register of plans, on loopback, as its public page describes it (NHN, v0.4.0 of 15 June 2026): versions with optimistic locking, history, one version, search by patient. The README of the adapter says what the page leaves open.</summary>
public sealed class PlanerServer : IAsyncDisposable
{
    private readonly LoopbackListener _listener;
    private readonly PlanerServerOptions _options;
    private readonly PlanerFace _face;
    private Func<Task>? _beforeAnswer;
    private int _loseAnswers;

    private PlanerServer(PlanerServerOptions options)
    {
        _options = options;
        _face = new PlanerFace(Register);
        _listener = new LoopbackListener(options.Port, AnswerAsync);
    }

    /// <summary>Base address, with a slash at the end.</summary>
    public Uri Url => new($"http://{IPAddress.Loopback}:{_listener.Port}/");

    /// <summary>What it holds.</summary>
    public PlanerRegister Register { get; } = new();

    /// <summary>How many of the next changes are made without the caller being told: the connection ends in place of the answer.</summary>
    public int LoseAnswers
    {
        get => Volatile.Read(ref _loseAnswers);
        set => Volatile.Write(ref _loseAnswers, value);
    }

    /// <summary>Starts a server; it listens when the task is done.</summary>
    /// <param name="options">How it is set up; null = defaults.</param>
    /// <returns>The server.</returns>
    public static async Task<PlanerServer> StartAsync(PlanerServerOptions? options = null)
    {
        var server = new PlanerServer(options ?? new PlanerServerOptions());
        await server._listener.OpenAsync();
        return server;
    }

    /// <summary>What happens between the next look's coming in and its answer, once; null (default) for nothing.</summary>
    public Func<Task>? BeforeAnswer
    {
        get => _beforeAnswer;
        set => _beforeAnswer = value;
    }

    /// <summary>Stops listening; what it holds stays.</summary>
    /// <returns>When nobody is answered any more.</returns>
    public Task GoDownAsync() => _listener.CloseAsync();

    /// <summary>Listens again on the same port.</summary>
    /// <returns>When it listens.</returns>
    public Task ComeBackAsync() => _listener.OpenAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _listener.CloseAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        if (_options.Token is { } token && http.Request.Headers.Authorization != $"Bearer {token}")
        {
            http.Response.StatusCode = 401;
            return;
        }

        if (http.Request.Method == "GET" && Interlocked.Exchange(ref _beforeAnswer, null) is { } before)
            await before();
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var (status, answer) = _face.Answer(http.Request.Method, http.Request.Path.Value ?? "", http.Request.Query["patient"].ToString(), body.ToArray());
        if (http.Request.Method != "GET" && status < 300 && Interlocked.Decrement(ref _loseAnswers) >= 0)
        {
            http.Abort();
            return;
        }

        Interlocked.CompareExchange(ref _loseAnswers, 0, -1);
        http.Response.StatusCode = status;
        if (answer is null)
            return;
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer));
    }
}

/// <summary>How a <see cref="PlanerServer"/> is set up.</summary>
public sealed record PlanerServerOptions
{
    /// <summary>Port on 127.0.0.1; 0 (default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Bearer token that callers must show; null (default) = none, as in the register's development environment.</summary>
    public string? Token { get; init; }
}
