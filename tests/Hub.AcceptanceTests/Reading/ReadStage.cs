using System.Net.Http.Headers;
using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Core.Registers;
using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Simulators.Dignio;
using Hub.Tests.Support;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Hub.AcceptanceTests.Reading;

/// <summary>A hub whose tenants' vendors can be asked, and readers with tokens.</summary>
internal sealed class ReadStage : IAsyncDisposable
{
    public const string Municipality = "312229544";
    public const string Hospital = "983974791";
    public const string Doctor = "994598759";
    public const string Skien = "972418013";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-read-").FullName;
    private readonly CapturedLogs _captured = new();
    private readonly TestKey _operator = TestKey.New("operator");
    private readonly ILoggerFactory _logs;
    private readonly ReadBacking _backing;
    private readonly HubApplication _hub;

    private ReadStage(ReadBacking backing, TestIssuer issuer, DignioServer first, DignioServer second, string more, string? outside)
    {
        (_backing, Issuer, First, Second) = (backing, issuer, first, second);
        Story = Tell();
        First.Records.Add(Story);
        Directory.CreateDirectory(Path.Combine(_folder, "tenants"));
        File.WriteAllText(Path.Combine(_folder, "hub.yaml"), $$"""
            operators: [{ name: stage, key: "{{_operator.Hash}}" }]
            tokens: { issuer: "{{outside ?? issuer.Issuer}}", audience: "{{TestIssuer.Audience}}" }
            lookups: { deadline: 500ms }
            partitions: 16
            {{more}}
            """);
        File.WriteAllText(Path.Combine(_folder, "tenants", "larvik.yaml"), Larvik);
        File.WriteAllText(Path.Combine(_folder, "tenants", "skien.yaml"), $$"""
            tenant: skien
            environment: test
            organization: { orgnr: "{{Skien}}" }
            partners:
              dignio: { adapter: dignio, url: "{{First.Url}}" }
            access:
              - { party: self, roles: [LE], content: [measurement] }
            """);
        var settings = SettingsReader.Read(new SettingArguments(["http://127.0.0.1:0"], _folder, Path.Combine(_folder, "data"), "stage"), backing.Settings.GetValueOrDefault);
        _logs = _captured.Factory();
        _hub = HubApplication.Build(settings.Value, new HubOverrides { Logs = _logs });
        Http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
    }

    public TestIssuer Issuer { get; }

    /// <summary>The vendor that has the story.</summary>
    public DignioServer First { get; }

    /// <summary>A vendor that knows some of the patients.</summary>
    public DignioServer Second { get; }

    public IReadOnlyList<FeedEvent> Story { get; }

    public HttpClient Http { get; }

    public IHubStore Store => _hub.Services.Store;

    public string Logs => _captured.Text;

    public string Data => Path.Combine(_folder, "data");

    /// <summary>Everything that was answered.</summary>
    public List<string> Heard { get; } = [];

    public string Patient => Story[0].Person.NationalId;

    /// <summary>The patient of every stage's story.</summary>
    public static string PatientOfStory => Tell()[0].Person.NationalId;

    private string Larvik => $$"""
        tenant: larvik
        environment: test
        organization: { orgnr: "{{Municipality}}" }
        parties:
          hospital: { kind: hospital, orgnr: "{{Hospital}}" }
          gp: { kind: gp, orgnr: "{{Doctor}}" }
        partners:
          dignio: { adapter: dignio, url: "{{First.Url}}", breaker: { failures: 1000 } }
          other: { adapter: dignio, url: "{{Second.Url}}", breaker: { failures: 1000 } }
        access:
          - { party: self, roles: [LE, SP], content: [measurement, questionnaire, plan] }
          - { party: self, roles: [FT], content: [measurement], while: always }
          - { party: hospital, roles: [LE], content: [measurement, questionnaire], requires: ["consent:share-with-hospital"], while: 90d after }
          - { party: gp, roles: [LE], content: [measurement], requires: ["consent:share-with-gp"], while: always }
          - { party: self, roles: [system], content: [measurement], while: always }
        """;

    /// <param name="kind">Where it keeps what it keeps.</param>
    /// <param name="settings">Settings beside those of every stage.</param>
    /// <param name="issuer">Another issuer than the stage's own.</param>
    public static async Task<ReadStage> OpenAsync(BackingKind kind, string settings = "", string? issuer = null)
    {
        var backing = await ReadBacking.MakeAsync(kind);
        var stage = new ReadStage(backing, await TestIssuer.StartAsync(), await DignioServer.StartAsync(), await DignioServer.StartAsync(), settings, issuer);
        await stage._hub.StartAsync(CancellationToken.None);
        stage.Http.BaseAddress = stage._hub.Addresses[0];
        await Wait.UntilAsync("the hub is ready", Patience, async () => (await stage.Http.GetAsync("health/ready")).IsSuccessStatusCode);
        return stage;
    }

    /// <summary>A token of a user.</summary>
    public string Token(string orgnr, string role = "LE", string scope = "user/*.read", Action<Dictionary<string, object?>>? change = null)
    {
        var claims = TestIssuer.User(orgnr, role, scope);
        change?.Invoke(claims);
        return Issuer.Token(claims);
    }

    /// <summary>Posts a form as the holder of a token.</summary>
    public Task<Seen> PostAsync(string path, string token, params (string Name, string Value)[] form) =>
        SendAsync(HttpMethod.Post, path, token, new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public async Task<Seen> SendAsync(HttpMethod method, string path, string? token, HttpContent? content = null, string scheme = "Bearer", string? proof = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue(scheme, token);
        if (proof is not null)
            request.Headers.Add("DPoP", proof);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        lock (Heard)
            Heard.Add($"{response.StatusCode} {response.Headers} {text}");
        return new Seen((int)response.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default, response.Headers.WwwAuthenticate.ToString());
    }

    /// <summary>What of the story answers a question.</summary>
    public IReadOnlyList<FeedEvent> Told<T>(string? patient = null)
        where T : HomeContent
    {
        var all = Story.Where(e => e.Content is T && e.Person.NationalId == (patient ?? Patient)).DistinctBy(e => e.EventId).ToArray();
        var corrected = all.Select(e => e.Content.Corrects).ToHashSet();
        return [.. all.Where(e => !corrected.Contains(e.EventId))];
    }

    public Task ConsentAsync(string purpose, bool granted) => Store.SetAsync(new ConsentChange("larvik", KeyOf(Patient), purpose, granted, DateTimeOffset.UtcNow, "test"), CancellationToken.None);

    public Task ResponsibleAsync(string party, DateTimeOffset since) =>
        new ResponsibilityRegister(Store, _hub.Services.Vault).MoveAsync("larvik", KeyOf(Patient), new Responsibility(party, since), "test", DateTimeOffset.UtcNow, CancellationToken.None);

    public async Task<long> AuditedAsync() => (await Store.VerifyAsync(CancellationToken.None)).Entries;

    /// <summary>Takes the hub's database away.</summary>
    public Task ShutStoreAsync() => _backing.ShutAsync(Data);

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _logs.Dispose();
        Http.Dispose();
        await First.DisposeAsync();
        await Second.DisposeAsync();
        await Issuer.DisposeAsync();
        await _backing.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static FeedEvent[] Tell() => [.. DignioStory.Tell(7, 6, new DateOnly(2026, 2, 1), 28)];

    private Guid KeyOf(string patient) => _hub.Services.Vault.PatientKey("larvik", new Identifier(IdentifierSystems.Fnr, patient));
}

/// <summary>An answer of the read face.</summary>
internal sealed record Seen(int Status, JsonElement Json, string Challenge)
{
    public string Type => Json.GetProperty("resourceType").GetString()!;

    public IReadOnlyList<JsonElement> Entries => Json.TryGetProperty("entry", out var entries) ? [.. entries.EnumerateArray()] : [];

    public IReadOnlyList<JsonElement> Matches => [.. Entries.Where(e => ModeOf(e) == "match").Select(e => e.GetProperty("resource"))];

    /// <summary>The OperationOutcome beside what was found, or the answer itself.</summary>
    public JsonElement? Outcome => Type == "OperationOutcome" ? Json : Entries.Where(e => ModeOf(e) == "outcome").Select(e => (JsonElement?)e.GetProperty("resource")).SingleOrDefault();

    public string? Next => Json.GetProperty("link").EnumerateArray().Where(l => l.GetProperty("relation").GetString() == "next").Select(l => l.GetProperty("url").GetString()).SingleOrDefault();

    public string Code => Outcome!.Value.GetProperty("issue")[0].GetProperty("details").GetProperty("coding")[0].GetProperty("code").GetString()!;

    public string Issue => Outcome!.Value.GetProperty("issue")[0].GetProperty("code").GetString()!;

    public string Text => Outcome!.Value.GetProperty("issue")[0].GetProperty("details").GetProperty("text").GetString()!;

    private static string ModeOf(JsonElement entry) => entry.GetProperty("search").GetProperty("mode").GetString()!;
}
