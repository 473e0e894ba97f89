using System.Globalization;
using System.Net;
using System.Text.Json;
using Hub.Simulators.Loopback;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.CheckWare;

/// <summary>A system for forms of the CheckWare kind on loopback: answers which forms somebody has answered, at <c>POST /api/assessments/search</c>. Modelled. It can be slow, down, or answer nonsense.</summary>
public sealed class CheckWareServer : IAsyncDisposable
{
    private readonly LoopbackListener _listener;
    private readonly CheckWareServerOptions _options;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly List<AnsweredForm> _forms = [];

    private CheckWareServer(CheckWareServerOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _listener = new LoopbackListener(options.Port, AnswerAsync);
    }

    /// <summary>Base address, with a slash at the end.</summary>
    public Uri Url => new($"http://{IPAddress.Loopback}:{_listener.Port}/");

    /// <summary>HTTP status of every answer instead of the right one; 0 (default) = as it should be.</summary>
    public int FailsWith { get; set; }

    /// <summary>True: answers are cut in the middle.</summary>
    public bool Garbles { get; set; }

    /// <summary>How long every answer takes.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Starts a server; it listens when the task is done.</summary>
    /// <param name="options">How it is set up; null = defaults.</param>
    /// <param name="time">The clock; null = the system's.</param>
    /// <returns>The server.</returns>
    public static async Task<CheckWareServer> StartAsync(CheckWareServerOptions? options = null, TimeProvider? time = null)
    {
        var server = new CheckWareServer(options ?? new CheckWareServerOptions(), time ?? TimeProvider.System);
        await server._listener.OpenAsync();
        return server;
    }

    /// <summary>Stops listening, or listens again on the same port.</summary>
    /// <param name="down">True to stop.</param>
    /// <returns>When done.</returns>
    public Task SetDownAsync(bool down) => down ? _listener.CloseAsync() : _listener.OpenAsync();

    /// <summary>Adds an answered form.</summary>
    /// <param name="form">The form.</param>
    public void Add(AnsweredForm form)
    {
        lock (_gate)
            _forms.Add(form);
    }

    /// <summary>Stops listening.</summary>
    /// <returns>Done when the port is free.</returns>
    public async ValueTask DisposeAsync() => await _listener.CloseAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        if (Delay > TimeSpan.Zero)
            await Task.Delay(Delay, _time, http.RequestAborted);
        var status = FailsWith != 0 ? FailsWith
            : (http.Request.Method, http.Request.Path.Value) is not ("POST", "/api/assessments/search") ? http.Request.Path == "/health" ? 204 : 404
            : _options.Token is { } token && http.Request.Headers.Authorization != $"Bearer {token}" ? 401
            : 200;
        http.Response.StatusCode = status;
        if (status == 200)
            await FoundAsync(http);
    }

    private async Task FoundAsync(HttpContext http)
    {
        using var search = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
        var root = search.RootElement;
        var (patient, form, limit) = (Text(root, "nationalId"), Text(root, "form"), root.TryGetProperty("limit", out var most) ? most.GetInt32() : 100);
        AnsweredForm[] found;
        lock (_gate)
        {
            found = [.. _forms.Where(f => f.Person.NationalId == patient && (form is null || f.Form == form) && f.CompletedAt >= (Time(root, "from") ?? DateTimeOffset.MinValue) && f.CompletedAt < (Time(root, "to") ?? DateTimeOffset.MaxValue))
                .OrderByDescending(f => f.CompletedAt).ThenByDescending(f => f.DeliveryId, StringComparer.Ordinal)];
        }

        var body = CheckWareJson.WriteFound(found.Take(limit), found.Length > limit);
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(Garbles ? body.AsMemory(0, body.Length / 2) : body);
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonElement root, string name) => Text(root, name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;
}

/// <summary>How a <see cref="CheckWareServer"/> is set up.</summary>
public sealed record CheckWareServerOptions
{
    /// <summary>Port on 127.0.0.1; 0 (default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Bearer token that askers must show; null (default) = none is asked for.</summary>
    public string? Token { get; init; }
}
