using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hub.AcceptanceTests.Staging;

/// <summary>A partner that takes nothing and whose clock is off: every answer says so in its Date.</summary>
internal sealed class LateServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private LateServer(WebApplication server, TimeSpan ahead) => (_server, Ahead) = (server, ahead);

    public Uri Url => new(_server.Urls.First());

    /// <summary>How far its clock is ahead.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = StatusCodes.Status503ServiceUnavailable;

    public static async Task<LateServer> StartAsync(TimeSpan ahead)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var late = new LateServer(builder.Build(), ahead);
        late._server.Run(context =>
        {
            context.Response.Headers.Date = (DateTimeOffset.UtcNow + late.Ahead).ToString("r");
            context.Response.StatusCode = late.Status;
            return Task.CompletedTask;
        });
        await late._server.StartAsync();
        return late;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
