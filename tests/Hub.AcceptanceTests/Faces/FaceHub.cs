using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Host.Security;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Hub.AcceptanceTests.Faces;

/// <summary>A hub on a free port with SQLite, one for all tests of the faces: a tenant with partners of every kind, and a neighbour.</summary>
public sealed class FaceHub : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-faces").FullName;
    private readonly Dictionary<string, string> _keys = new[] { "dho", "old", "small", "slow", "notes", "vkp", "lax", "hasty", "neighbour", "operator" }.ToDictionary(n => n, _ => ApiKey.New());
    private HubApplication? _hub;

    public HttpClient Http { get; private set; } = null!;

    public Uri Address => _hub!.Addresses[0];

    public string Key(string caller) => _keys[caller];

    public ConcurrentQueue<string> Log { get; } = [];

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "tenants"));
        WriteTenant("larvik", LarvikFile);
        WriteTenant("skien", Neighbour);
        var settings = new HubSettings
        {
            Urls = ["http://127.0.0.1:0"],
            ConfigDirectory = _folder,
            DataDirectory = Path.Combine(_folder, "data"),
            OperatorKeys = [new OperatorKey("test", KeyHash.Of(Key("operator")))],
            ReloadEvery = TimeSpan.FromMilliseconds(200),
        };
        _hub = HubApplication.Build(settings, new HubOverrides { Logs = LoggerFactory.Create(b => b.AddProvider(new Capture(Log))) });
        await _hub.StartAsync(CancellationToken.None);
        Http = new HttpClient { BaseAddress = Address };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _hub!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public string LarvikFile => $$"""
        tenant: larvik
        environment: test
        organization: { orgnr: "312229544" }
        partners:
          dho: { adapter: dignio, inbound: { keys: ["{{Hash("dho")}}", "{{Hash("old")}}"], consents: true } }
          small: { adapter: dignio, inbound: { keys: "{{Hash("small")}}", maxBytes: 2048 } }
          slow: { adapter: dignio, inbound: { keys: "{{Hash("slow")}}", rate: 1 } }
          notes: { adapter: dignio, inbound: { keys: "{{Hash("notes")}}", content: [note] } }
          vkp: { adapter: dignio, inbound: { keys: "{{Hash("vkp")}}" } }
          lax: { adapter: dignio, inbound: { keys: "{{Hash("lax")}}", mode: lenient } }
          epj: { adapter: gerica, url: "http://127.0.0.1:9" }
          hasty: { adapter: dignio, inbound: { keys: "{{Hash("hasty")}}", rate: 1 } }
          handovers: { adapter: handovers, inbound: { auth: hub } }
        parties:
          sykehus: { kind: hospital, orgnr: "983974910", partners: [hasty] }
        routes:
          - { name: values, content: measurement, to: epj, as: fhir.observation }
        """;

    public void WriteTenant(string name, string text) => File.WriteAllText(Path.Combine(_folder, "tenants", $"{name}.yaml"), text);

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? caller, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (caller is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _keys.GetValueOrDefault(caller, caller));
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    public Task<Answer> PostAsync(string path, string? caller, string body, string mediaType = "application/json") =>
        SendAsync(HttpMethod.Post, path, caller, new StringContent(body, Encoding.UTF8, mediaType));

    public static string Event(string id, string value = "91") => $$$"""
        {"eventId":"{{{id}}}","type":"measurement","patient":{"nationalId":"10915596784"},"occurredAt":"2026-03-01T08:15:00+01:00","triage":"yellow","measurement":{"kind":"oxygen-saturation","value":{{{value}}},"unit":"%"}}
        """;

    private string Neighbour => $$"""
        tenant: skien
        environment: test
        organization: { orgnr: "314159265" }
        partners:
          dho: { adapter: dignio, inbound: { keys: "{{Hash("neighbour")}}" } }
        """;

    private string Hash(string caller) => KeyHash.Of(_keys[caller]).ToString();

    private sealed class Capture(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}

/// <summary>An answer, read whole.</summary>
public sealed record Answer(int Status, string MediaType, JsonElement Json, string Text, string? RetryAfter)
{
    public string? Code => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var json = text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default;
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", json, text, response.Headers.RetryAfter?.ToString());
    }
}

/// <summary>Shares the hub between the test classes.</summary>
[CollectionDefinition(Name)]
public sealed class FaceCollection : ICollectionFixture<FaceHub>
{
    public const string Name = "faces";
}
