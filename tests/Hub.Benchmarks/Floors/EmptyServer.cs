using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hub.Benchmarks.Floors;

/// <summary>The floor of the intake rows: Kestrel reads the body and answers 202.</summary>
public static class EmptyServer
{
    public static async Task<int> RunAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.Run(async context =>
        {
            var reader = context.Request.BodyReader;
            while (true)
            {
                var read = await reader.ReadAsync();
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    break;
            }

            context.Response.StatusCode = StatusCodes.Status202Accepted;
            context.Response.ContentLength = 0;
        });
        await app.StartAsync();
        Console.WriteLine("ready");
        await new TaskCompletionSource().Task.WaitAsync(app.Lifetime.ApplicationStopping).ContinueWith(_ => { }, TaskScheduler.Default);
        return 0;
    }
}
