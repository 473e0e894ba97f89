using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hub.UnitTests.Gerica;

/// <summary>A journal on loopback that answers as the test says. Tokens are given freely unless the test answers the token address itself.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _tokens;

    private Receiver(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = null!;

    public ConcurrentQueue<Call> Calls { get; } = new();

    public int TokensGiven => _tokens;

    public Func<HttpContext, Task>? OnToken { get; set; }

    public static async Task<Receiver> StartAsync(Func<HttpContext, Call, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(http => receiver.AnswerAsync(http, answer));
        await receiver._app.StartAsync();
        receiver.Url = new Uri(receiver._app.Urls.Single());
        return receiver;
    }

    public static Task<Receiver> AnsweringAsync(int status, string? body = null, string mediaType = "application/fhir+json", params (string Name, string Value)[] headers) =>
        StartAsync((http, _) => WriteAsync(http, status, body, mediaType, headers));

    public static async Task WriteAsync(HttpContext http, int status, string? body = null, string mediaType = "application/fhir+json", params (string Name, string Value)[] headers)
    {
        http.Response.StatusCode = status;
        foreach (var (name, value) in headers)
            http.Response.Headers[name] = value;
        if (body is null)
            return;
        http.Response.ContentType = mediaType;
        await http.Response.WriteAsync(body);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http, Func<HttpContext, Call, Task> answer)
    {
        using var reader = new StreamReader(http.Request.Body);
        var call = new Call(http.Request.Method, http.Request.Path, await reader.ReadToEndAsync(), http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        if (http.Request.Path == "/oauth/token")
        {
            var number = Interlocked.Increment(ref _tokens);
            await (OnToken?.Invoke(http) ?? WriteAsync(http, 200, $$"""{"access_token":"token-{{number}}","token_type":"Bearer","expires_in":3600}""", "application/json"));
            return;
        }

        Calls.Enqueue(call);
        await answer(http, call);
    }
}

/// <summary>A call as it came.</summary>
internal sealed record Call(string Method, string Path, string Body, IReadOnlyDictionary<string, string> Headers);
