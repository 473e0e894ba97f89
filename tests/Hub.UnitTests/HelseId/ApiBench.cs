using Hub.Simulators.HelseId;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Hub.UnitTests.HelseId;

/// <summary>An API on loopback behind a gate.</summary>
internal sealed class ApiBench : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ApiBench(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First());

    public static async Task<ApiBench> StartAsync(HelseIdGate gate, string scope, List<GateVerdict> verdicts)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(http =>
        {
            var verdict = gate.Check(http.Request, scope);
            verdicts.Add(verdict);
            if (verdict.Caller is null)
                verdict.Refuse(http.Response);
            return http.Response.CompleteAsync();
        });
        await app.StartAsync();
        return new ApiBench(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
