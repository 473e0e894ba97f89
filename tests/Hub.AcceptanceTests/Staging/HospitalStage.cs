using Hub.Core.Jose;
using Hub.Simulators.CheckWare;
using Hub.Simulators.Dignio;
using Hub.Simulators.Dips;
using Hub.Simulators.HelseId;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Staging;

/// <summary>A hub that brings answered forms of a CheckWare-like system to a hospital's DIPS, which HelseID guards.</summary>
internal sealed class HospitalStage : IAsyncDisposable
{
    private const string KeySecret = "STAGE_HELSEID_KEY";
    private const string FhirScope = "dips:fhir-r4";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // One for all stages: the hub reads it from the environment, of which a process has one.
    private static readonly SigningKey Key = SigningKey.NewEc();

    private readonly TestKey _forms;
    private readonly HelseIdGate _gate;

    private HospitalStage(Stage hub, TestKey forms, HelseIdServer helseId, HelseIdGate gate, DipsServer dips) => (Hub, _forms, HelseId, _gate, Dips) = (hub, forms, helseId, gate, dips);

    public Stage Hub { get; }

    public DipsServer Dips { get; }

    public HelseIdServer HelseId { get; }

    public static async Task<HospitalStage> OpenAsync(BackingKind backing)
    {
        Environment.SetEnvironmentVariable(KeySecret, Key.ExportPem());
        var orgnr = Municipality.Larvik.Orgnr;
        var helseId = await HelseIdServer.StartAsync(new HelseIdOptions { Clients = [new HelseIdClient("hub", [Key.Public], [FhirScope]) { Organizations = [orgnr] }] });
        var gate = new HelseIdGate(helseId) { DPoPOnly = true };
        var dips = await DipsServer.StartAsync(new DipsServerOptions { Gate = gate, FhirScope = FhirScope, KeepBodies = true });
        var forms = TestKey.New("forms");
        var larvik = Municipality.Larvik with
        {
            Partners = $$"""
                  checkware: { adapter: checkware, inbound: { keys: ["{{forms.Hash}}"], rate: 0, content: [questionnaire] } }
                  dips:
                    adapter: dips
                    url: "{{dips.Url}}"
                    timeout: 5s
                    auth: { kind: helseid, clientId: hub, secret: "env:{{KeySecret}}", issuer: "{{helseId.Issuer.ToString().TrimEnd('/')}}", scope: "{{FhirScope}}" }
                    options: { fhirVersion: 4.0.1, author: agb113, custodian: afa22, lookups: off }
                    breaker: { failures: 5, probe: 50ms, maxProbe: 200ms }
                """,
            Routes = """
                  - { name: reports, from: checkware, content: questionnaire, when: { triage: [none, green, yellow, red] }, to: dips, as: report.questionnaire, retry: { delays: [50ms, 100ms, 200ms], giveUpAfter: 5m } }
                """,
        };
        return new HospitalStage(await Stage.OpenAsync(backing, larvik), forms, helseId, gate, dips);
    }

    /// <summary>An answered form, sent; its message.</summary>
    public async Task<string> AnswerAsync(AnsweredForm form)
    {
        var reply = await Hub.Caller(_forms).PostAsync("in/larvik/checkware", CheckWareJson.Write(form), "application/json");
        Assert.True(reply.Status == System.Net.HttpStatusCode.Accepted, reply.Text);
        return Assert.Single(reply.Messages);
    }

    /// <summary>The form on mood and sleep as a person answers it.</summary>
    public static AnsweredForm Mood(string id, SyntheticPerson person, int minutes = 0) =>
        new(id, person, CheckWareStory.Mood, new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(1)).AddMinutes(minutes), [1, 2, 1, 0, 2, 3]) { Alert = "yellow", Comment = "Sover dårlig når været slår om – særlig ved åpent vindu." };

    /// <summary>Ends every token handed out so far.</summary>
    public void ExpireTokens() => _gate.RevokedBefore = TimeProvider.System.GetUtcNow();

    /// <summary>State and error of the only delivery of a message.</summary>
    public async Task<(string? Id, string? State, string? Error)> DeliveryAsync(string message)
    {
        var delivery = Assert.Single((await Hub.Operator.MessageAsync(message)).GetProperty("deliveries").EnumerateArray());
        return (delivery.GetProperty("id").GetString(), delivery.GetProperty("state").GetString(), delivery.TryGetProperty("error", out var error) ? error.GetString() : null);
    }

    /// <summary>Waits until a delivery waits to be tried again because the journal does not take it.</summary>
    public Task PendingAsync(int count) => Wait.UntilAsync($"{count} reports wait", Patience, async () => (await Hub.Operator.LedgerAsync()).Pending == count, () => Hub.Logs());

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        await Dips.DisposeAsync();
        await HelseId.DisposeAsync();
    }
}
