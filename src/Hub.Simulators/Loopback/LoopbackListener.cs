using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Loopback;

/// <summary>A bare Kestrel on 127.0.0.1 that can be closed and opened again on the same port.</summary>
internal sealed class LoopbackListener(int port, RequestDelegate answer)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private WebApplication? _app;

    /// <summary>The port; known once it was opened.</summary>
    public int Port { get; private set; } = port;

    public async Task OpenAsync()
    {
        if (_app is not null)
            return;
        var deadline = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var app = Build();
            try
            {
                await app.StartAsync();
                _app = app;
                Port = new Uri(app.Urls.First()).Port;
                return;
            }
            catch (IOException) when (Port != 0 && TimeProvider.System.GetElapsedTime(deadline) < Patience)
            {
                // The port of a closed listener may be lent to an outgoing connection for a moment.
                await app.DisposeAsync();
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Stops listening at once; requests under way are cut.</summary>
    public async Task CloseAsync()
    {
        if (_app is not { } app)
            return;
        _app = null;
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 16 * 1024 * 1024;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, Port);
        });
        var app = builder.Build();
        app.Run(answer);
        return app;
    }
}
