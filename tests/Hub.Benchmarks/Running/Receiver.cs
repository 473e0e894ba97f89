using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hub.Benchmarks.Running;

/// <summary>A journal that answers at once: counts what arrives and notes when. Speaks as much of the Gerica-like face as a delivery needs.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private long _received;

    private Receiver(WebApplication app) => _app = app;

    /// <summary>Documents received.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Moment of the first document, 0 before it.</summary>
    public long FirstAt { get; private set; }

    /// <summary>Called with the body of each document.</summary>
    public Action<ReadOnlyMemory<byte>>? Seen { get; set; }

    /// <summary>False answers 503 to everything.</summary>
    public bool IsUp { get; set; } = true;

    public Uri Url { get; private set; } = new("http://127.0.0.1");

    public static async Task<Receiver> StartAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(receiver.AnswerAsync);
        await receiver._app.StartAsync();
        receiver.Url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
        return receiver;
    }

    public void Reset()
    {
        Interlocked.Exchange(ref _received, 0);
        FirstAt = 0;
    }

    /// <summary>Waits until so many have arrived.</summary>
    public async Task<bool> WaitAsync(long count, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        while (Received < count)
        {
            if (clock.Elapsed > limit)
                return false;
            await Task.Delay(5);
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (!IsUp)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (context.Request.Method == "GET")
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
            return;
        }

        if (context.Request.Path.Value!.EndsWith("/token", StringComparison.Ordinal))
        {
            await context.Response.WriteAsJsonAsync(new { access_token = "benchmark", token_type = "Bearer", expires_in = 3600 });
            return;
        }

        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync();
            if (read.IsCompleted)
            {
                if (Seen is { } seen)
                {
                    var body = new byte[read.Buffer.Length];
                    System.Buffers.BuffersExtensions.CopyTo(read.Buffer, body);
                    seen(body);
                }

                reader.AdvanceTo(read.Buffer.End);
                break;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        if (Interlocked.Increment(ref _received) == 1)
            FirstAt = Stopwatch.GetTimestamp();
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.Location = "Observation/1";
        context.Response.ContentLength = 0;
    }
}
