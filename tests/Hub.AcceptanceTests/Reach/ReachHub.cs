using System.Net.Http.Headers;
using System.Text;
using Hub.AcceptanceTests.Faces;
using Hub.Adapters.Plans;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Storage;
using Hub.Host.Actions;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Host.Polling;
using Hub.Host.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Hub.AcceptanceTests.Reach;

/// <summary>A hub with two tenants. Everything there is belongs to Skien, and all of it says so: what a caller of Larvik hears of "skien" it heard from where it has no business.</summary>
public sealed class ReachHub : IAsyncLifetime
{
    public const string Foreign = "skien";
    public const string Event = "skien-evt";
    public const string Patient = "10915596784";
    public const string Refused = "dho.skien-refused";

    /// <summary>An action that has ended.</summary>
    public const string Ended = "skien-action";

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-reach-").FullName;
    private readonly Dictionary<string, string> _keys = new() { ["dho"] = ApiKey.New(), ["operator"] = ApiKey.New() };
    private HubApplication? _hub;

    public HttpClient Http { get; private set; } = null!;

    public string Config => _folder;

    public string Data => Path.Combine(_folder, "data");

    public IHubStore Store => _hub!.Services.Store;

    /// <summary>Number of Skien's message.</summary>
    public string Message { get; private set; } = "";

    /// <summary>Key of an edit of a plan of Skien that came upon another.</summary>
    public string Conflict { get; private set; } = "";

    internal IReadOnlyList<RouteEndpoint> Routes => [.. ((IEndpointRouteBuilder)_hub!.Server).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()];

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "tenants"));
        WriteTenant("larvik", "312229544", ApiKey.New());
        WriteTenant(Foreign, "314159265", _keys["dho"]);
        _hub = HubApplication.Build(
            new HubSettings
            {
                Urls = ["http://127.0.0.1:0"],
                ConfigDirectory = _folder,
                DataDirectory = Data,
                OperatorKeys = [new OperatorKey("test", KeyHash.Of(_keys["operator"]))],
            },
            new HubOverrides { Logs = NullLoggerFactory.Instance });
        await _hub.StartAsync(CancellationToken.None);
        Http = new HttpClient { BaseAddress = _hub.Addresses[0] };
        var sent = await SendAsync("POST", "/in/skien/dho", "dho", FaceHub.Event(Event));
        Message = sent.Json.GetProperty("entries")[0].GetProperty("messages")[0].GetString()!;
        await RefuseAsync();
        await CollideAsync();
        await new ActionRegister(_hub.Services).StartAsync(
            new StoredAction(Ended, ActVerb.Redeliver, Foreign, "skien", "test", "test", 1) { State = ActionState.Cancelled }, [], CancellationToken.None);
        foreach (var tenant in new[] { "larvik", Foreign })
        {
            await IssueAsync($"{tenant} administrator", "administrator", tenant);
            await IssueAsync($"{tenant} viewer", "viewer", tenant);
            await IssueAsync($"{tenant} vendor", "vendor", tenant, "dho");
        }

        await IssueAsync("skien stranger", "vendor", Foreign, "other");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _hub!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <param name="method">Method.</param>
    /// <param name="path">Address.</param>
    /// <param name="caller">Who calls: a name of a key or token, or the key itself; null = nobody.</param>
    /// <param name="body">JSON.</param>
    public async Task<Answer> SendAsync(string method, string path, string? caller, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (caller is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _keys.GetValueOrDefault(caller, caller));
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    /// <summary>How many entries the audit log has about Skien: every view and act leaves one.</summary>
    public async Task<int> AuditAsync() => (await Store.EntriesAsync(new AuditFilter(Foreign, Limit: 1000), CancellationToken.None)).Count;

    private async Task IssueAsync(string name, string role, string tenant, string? partner = null)
    {
        var (secret, now) = (OperatorToken.New(), DateTimeOffset.UtcNow);
        var token = new IssuedToken(name.Replace(' ', '-'), KeyHash.Of(secret).ToString(), role, tenant, partner, now, now.AddDays(1));
        Assert.True((await Store.IssueAsync(token, new OperatorAct("test", now, "test"), CancellationToken.None)).IsOk);
        _keys[name] = secret;
    }

    private async Task RefuseAsync()
    {
        var refused = new RefusedInput("skien-label", "application/json", "dho", DateTimeOffset.UtcNow, 0, [IntakeErrors.MalformedJson.At()]) { Body = "{"u8.ToArray() };
        Assert.True(await Store.AppendAsync(
            new NewRecord(Foreign, RecordKinds.Refused, Refused, 1, DateTimeOffset.UtcNow, "test", refused.Seal(Foreign, _hub!.Services.Vault)) { State = refused.Code }, CancellationToken.None));
    }

    private async Task CollideAsync()
    {
        var skien = _hub!.Services.Snapshots.Current.Tenant(Foreign)!;
        var register = new PlanRegister(_hub.Services.Context(skien).Registers!, Foreign, TimeProvider.System);
        foreach (var (origin, title) in new[] { ("dho", "skien-one"), ("other", "skien-two") })
        {
            var plan = new Core.Content.SelfTreatmentPlan(origin, 1, new Core.Content.ClinicalTime(DateTimeOffset.UtcNow), []) { Title = title };
            await register.TakeAsync(new PlanEdit(origin, $"skien-{origin}", origin, new Core.Content.Patient(new Identifier(IdentifierSystems.Fnr, Patient), null, []), plan), waits: false, CancellationToken.None);
        }

        Conflict = Assert.Single(await register.Shelf.ConflictsAsync(null, open: true, CancellationToken.None)).Record.Key;
    }

    private void WriteTenant(string name, string orgnr, string key) => File.WriteAllText(Path.Combine(_folder, "tenants", $"{name}.yaml"), $$"""
        tenant: {{name}}
        environment: test
        organization: { orgnr: "{{orgnr}}" }
        parties:
          self: { offers: [dho] }
          sykehus: { kind: hospital, orgnr: "310000101", partners: [other] }
        partners:
          dho: { adapter: dignio, inbound: { keys: "{{KeyHash.Of(key)}}" } }
          other: { adapter: gerica, url: "http://127.0.0.1:9" }
          {{name}}-epj: { adapter: gerica, url: "http://127.0.0.1:9" }
          handovers: { adapter: handovers, inbound: { auth: hub } }
        routes:
          - { name: {{name}}-values, content: measurement, to: {{name}}-epj, as: fhir.observation }
        """);
}
