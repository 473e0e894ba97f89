using Hub.Adapters.Planer;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Core.Tenants;
using Hub.Simulators.Planer;
using Hub.UnitTests.Mappings;
using Hub.UnitTests.Plans;

namespace Hub.UnitTests.Planer;

/// <summary>A register of shared plans beside Planer, in one process.</summary>
internal sealed class PlanerBench : IAsyncDisposable
{
    private readonly PlanerAdapter _adapter = new();
    private string? _position;

    private PlanerBench(PlanerServer server)
    {
        Server = server;
        World = new PlanWorld(["dignio", "planer"]) { Clock = { Now = TimeProvider.System.GetUtcNow().AddHours(-1) } };
        Partner = new PartnerConfig("larvik", "planer", "planer") { Url = server.Url, Inbound = new InboundConfig([]) { Auth = InboundAuth.Poll } };
    }

    public PlanerServer Server { get; }

    public PlanWorld World { get; }

    public PartnerConfig Partner { get; }

    public static async Task<PlanerBench> OpenAsync() => new(await PlanerServer.StartAsync());

    /// <summary>Somebody writes at the vendor; the version is told and goes to Planer.</summary>
    public async Task<SendOutcome> WriteAsync(string eventId, Func<SelfTreatmentPlan, SelfTreatmentPlan> change)
    {
        var before = await World.HistoryAsync() is [var latest, ..] ? latest : null;
        World.Clock.Now += TimeSpan.FromSeconds(5);
        var plan = change(before?.Edit.Plan ?? SelfPlan.SamplePlans.Copd) with
        {
            PlanId = "plan-of-dignio",
            Version = World.Systems["dignio"].Written += 1,
            Time = new ClinicalTime(World.Clock.Now),
            BasedOn = before is null ? null : $"{before.Key}/{before.Number}",
        };
        await World.SendAsync("dignio", eventId, plan);
        await World.TickAsync();
        return await DeliverAsync();
    }

    /// <summary>What waits for Planer goes there; the last outcome.</summary>
    public async Task<SendOutcome> DeliverAsync()
    {
        SendOutcome outcome = new SendOutcome.Delivered(null);
        while (World.Systems["planer"].Lane.TryPeek(out var next))
        {
            outcome = await SendAsync(next.Plan);
            World.Deliver("planer");
        }

        return outcome;
    }

    /// <summary>Sends a version as its delivery does, once.</summary>
    public async Task<SendOutcome> SendAsync(SelfTreatmentPlan plan)
    {
        var envelope = new Envelope(1, "larvik", "plans", $"plan/{plan.PlanId}/{plan.Version}", PlanWorld.Line, plan, World.Clock.Now);
        var document = MappingBench.Catalogue.Find("planer.plan")!.Map(envelope, new MappingContext(World.Context.Tenant, Partner, new DocumentIds(MappingBench.Installation, 1, 0, "larvik/planer"))).Document!;
        await using var sender = _adapter.Open(Partner, World.Context);
        return (await sender.SendAsync([new OutboundItem("key", document, 1)], TestContextToken))[0];
    }

    /// <summary>The feed is read to its end, and what it brought goes to the register of shared plans.</summary>
    public async Task<IReadOnlyList<SendOutcome>> FetchAsync()
    {
        var outcomes = new List<SendOutcome>();
        await using var feed = _adapter.OpenFeed(Partner, World.Context);
        World.Clock.Now = TimeProvider.System.GetUtcNow() > World.Clock.Now ? TimeProvider.System.GetUtcNow() : World.Clock.Now.AddSeconds(1);
        while (true)
        {
            var page = await feed.ReadAsync(_position, TestContextToken);
            foreach (var item in page.Value.Items)
            {
                var parsed = _adapter.Parse(new InboundMessage(item.Body, item.MediaType, World.Clock.Now, Partner, TenantEnvironment.Test));
                var happened = parsed.Entries[0].Events[0];
                outcomes.Add(await World.SendAsync("planer", happened.SourceId, (SelfTreatmentPlan)happened.Content));
            }

            await feed.ConfirmAsync(page.Value, [.. page.Value.Items.Select(_ => new FeedVerdict([], 1))], TestContextToken);
            _position = page.Value.Position;
            if (!page.Value.More)
                break;
        }

        await World.TickAsync();
        return outcomes;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static CancellationToken TestContextToken => Xunit.TestContext.Current.CancellationToken;
}
