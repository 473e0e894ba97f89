using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hub.UnitTests.Simulators;

/// <summary>A webhook that takes events once and answers as it is told.</summary>
internal sealed class HubStub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<int> _next = new();

    private HubStub(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, string> Events { get; } = new();

    public ConcurrentQueue<(string Id, string Patient)> Order { get; } = new();

    public Uri Url => new($"{_app.Urls.First()}/in/larvik/dignio");

    public static async Task<HubStub> StartAsync(params IEnumerable<int> firstAnswers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var stub = new HubStub(app);
        foreach (var status in firstAnswers)
            stub._next.Enqueue(status);
        app.Run(stub.AnswerAsync);
        await app.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var json = await JsonDocument.ParseAsync(http.Request.Body);
        if (_next.TryDequeue(out var status) && status != 202)
        {
            if (status == 0)
                http.Abort();
            else
                http.Response.StatusCode = status;
            return;
        }
        var id = json.RootElement.GetProperty("eventId").GetString()!;
        var isNew = Events.TryAdd(id, json.RootElement.GetRawText());
        if (isNew)
            Order.Enqueue((id, json.RootElement.GetProperty("patient").GetProperty("nationalId").GetString()!));
        http.Response.StatusCode = isNew ? 202 : 200;
        await http.Response.WriteAsync($$"""{"entries":[{"messages":["{{Events.Count}}"]}]}""");
    }
}
