using Hub.ContractTests.Store;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Storage;
using Hub.Delivery;
using Xunit;

namespace Hub.ContractTests.Engine;

/// <summary>The engine on real databases: order, memory and the ledger under failures.</summary>
public abstract class StoreDeliveryTests(Func<Task<TestDatabase>> create)
{
    [Fact]
    public async Task Should_keep_order_in_64_lanes_when_tries_fail_at_random_and_the_node_is_killed()
    {
        await using var database = await create();
        var store = database.Open();
        var first = new TestHub(store) { Receivers = [TestHub.Receiver("out") with { Batch = 4 }] };
        var random = new Random(11);
        first.Out.Answer = _ =>
        {
            lock (random)
                return random.Next(5) == 0 ? new SendOutcome.Failed(DeliveryErrors.PartnerFault.At()) : null;
        };
        await first.StartAsync();
        await first.SendLanesAsync(64, 8);
        await first.Node.AbortAsync();
        await store.DisposeAsync();
        await using var again = database.Open();
        await using var second = await new TestHub(again).Share(first).StartAsync();
        await second.SendLanesAsync(64, 4, "f");
        await TestHub.Until(() => first.Out.Count == 768, "everything delivered", 30);
        TestHub.AssertInOrder(first.Out.Snapshot());
        Assert.True(first.Out.SameBytes);
        await second.Node.StopAsync(default);
        var ledger = await again.LedgerAsync(null, default);
        Assert.Equal((768, 768, 0), (ledger.Accepted, ledger.Delivered, ledger.Pending));
    }

    [Fact]
    public async Task Should_not_send_what_waited_while_its_patient_withdrew_the_consent()
    {
        await using var database = await create();
        await using var store = database.Open();
        var time = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
        var (withdrawing, staying) = (PatientKey("patient0"), PatientKey("patient1"));
        var first = new TestHub(store) { Requires = ["share"] };
        first.Out.Answer = _ => new SendOutcome.Failed(DeliveryErrors.PartnerFault.At());
        await first.StartAsync();
        await store.SetAsync(new ConsentChange("t", withdrawing, "share", true, time, "kari"), default);
        await store.SetAsync(new ConsentChange("t", staying, "share", true, time, "kari"), default);
        await first.SendLanesAsync(2, 3);
        await TestHub.Until(() => first.Out.Calls >= 4, "tries that fail");
        await first.Node.StopAsync(default);
        await store.SetAsync(new ConsentChange("t", withdrawing, "share", false, time, "kari"), default);
        first.Out.Answer = _ => null;
        await using var second = await new TestHub(store) { Requires = ["share"] }.Share(first).StartAsync();
        await TestHub.Until(() => first.Out.Count == 3, "the other patient's deliveries sent");
        Ledger? ledger = null;
        while ((ledger = await store.LedgerAsync(null, default)).Pending > 0)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.Equal((6, 3, 3), (ledger.Accepted, ledger.Delivered, ledger.DeadLettered));
        Assert.All(first.Out.Snapshot(), t => Assert.Equal("patient1", t.Patient));
        var id = first.Out.Snapshot().Min(t => t.MessageId) == 1 ? 2 : 1;
        Assert.Equal(DeliveryErrors.NoConsent.Code, Assert.Single((await store.FindAsync(id, "t", default))!.Deliveries).ErrorCode);
    }

    private static Guid PatientKey(string patient) => new PlainVault().PatientKey("t", new Identifier(IdentifierSystems.Fnr, patient));

    [Fact]
    public async Task Should_hold_little_in_memory_while_a_dead_partner_keeps_50000_and_drain_them_in_order()
    {
        await using var database = await create();
        await using var store = database.Open();
        await using var hub = new TestHub(store) { Receivers = [TestHub.Receiver("out") with { Window = 64 }, TestHub.Receiver("other")] };
        var isDown = true;
        hub.Out.Answer = _ => isDown ? new SendOutcome.Failed(DeliveryErrors.Unreachable.At(), PartnerDown: true) : null;
        hub.Out.Probe = () => !isDown;
        await hub.StartAsync();
        for (var batch = 0; batch < 100; batch++)
            await hub.SendAsync(string.Join('\n', Enumerable.Range(batch * 500, 500).Select(i => $"e{i};patient{i % 300}")), "text/batch");
        await TestHub.Until(() => hub.Partner("other").Count == 50_000, "the other partner served", 120);
        var parked = hub.Node.Status.Partners.Single(p => p.Partner == "out");
        Assert.Equal(CircuitState.Open, parked.Circuit);
        Assert.InRange(parked.Waiting + parked.InFlight, 0, 200);
        Assert.InRange(hub.Out.Calls, 5, 400);
        isDown = false;
        var most = 0;
        await TestHub.Until(
            () =>
            {
                most = Math.Max(most, hub.Node.Status.Partners.Single(p => p.Partner == "out").Waiting);
                return hub.Out.Count == 50_000;
            },
            "the backlog drained",
            120);
        Assert.InRange(most, 1, 2100);
        TestHub.AssertInOrder(hub.Out.Snapshot());
    }
}

public sealed class SqliteDeliveries() : StoreDeliveryTests(TestDatabase.SqliteAsync);

public sealed class PostgresDeliveries() : StoreDeliveryTests(TestDatabase.PostgresAsync);
