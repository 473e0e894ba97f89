using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

/// <summary>What nodes tell each other of partners, and counts of what waits, is stuck or has died.</summary>
public abstract class HealthContract(Func<Task<TestDatabase>> create) : StoreContract(create)
{
    private static readonly Contact Journal = new("larvik", "epj", "hub-1") { KnownAt = Noon };
    private static readonly Dictionary<string, IReadOnlyList<string>> NoPauses = [];

    [Fact]
    public async Task Should_tell_the_time() => Assert.InRange(await Store.ClockAsync(None), DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));

    [Fact]
    public async Task Should_keep_what_each_node_knows_also_after_a_restart()
    {
        var full = Journal with
        {
            ReceivedAt = Noon.AddSeconds(1),
            SucceededAt = Noon.AddSeconds(2),
            FailedAt = Noon.AddSeconds(3),
            Error = "HUB-SEND-001",
            Circuit = "open",
            CircuitSince = Noon.AddSeconds(4),
            Ahead = TimeSpan.FromSeconds(-5),
        };
        await Store.ReportAsync(new NodeReport("hub-2", Noon, "{}", [Journal with { Node = "hub-2", Partner = "dips" }, full with { Node = "hub-2" }]), None);
        await Store.ReportAsync(new NodeReport("hub-1", Noon, """{"diskFree":1}""", [full]), None);
        await Store.ReportAsync(new NodeReport("hub-1", Noon.AddMinutes(1), """{"diskFree":2}""", [Journal with { Tenant = "skien" }]), None);
        await ReopenAsync();

        Assert.Equal([new StoredNode("hub-1", Noon.AddMinutes(1), """{"diskFree":2}"""), new StoredNode("hub-2", Noon, "{}")], await Store.NodesAsync(None));
        Assert.Equal([Journal with { Node = "hub-2", Partner = "dips" }, full, full with { Node = "hub-2" }], await Store.ContactsAsync("larvik", None));
        Assert.Equal(4, (await Store.ContactsAsync(null, None)).Count);
    }

    [Fact]
    public async Task Should_not_forget_what_a_node_saw_before_its_start_but_its_circuits()
    {
        await Store.ReportAsync(new NodeReport("hub-1", Noon, "{}", [Journal with { ReceivedAt = Noon, Error = "HUB-SEND-001", FailedAt = Noon, Circuit = "open", CircuitSince = Noon, Ahead = TimeSpan.FromSeconds(9) }]), None);
        await Store.ReportAsync(new NodeReport("hub-1", Noon.AddHours(1), "{}", [Journal with { KnownAt = Noon.AddHours(1), SucceededAt = Noon.AddHours(1), Circuit = "closed" }]) { IsFresh = true }, None);

        Assert.Equal(
            Journal with { ReceivedAt = Noon, Error = "HUB-SEND-001", FailedAt = Noon, SucceededAt = Noon.AddHours(1), Circuit = "closed" },
            Assert.Single(await Store.ContactsAsync(null, None)));
        await Store.ReportAsync(new NodeReport("hub-1", Noon.AddHours(2), "{}", []) { IsFresh = true }, None);
        Assert.Null(Assert.Single(await Store.ContactsAsync(null, None)).Circuit);
    }

    [Fact]
    public async Task Should_count_what_waits_for_each_partner_and_since_when()
    {
        await Store.TakeAsync("node", [3, 4], None);
        await AcceptAsync(
            At(Noon, Message("a", 0, "", DeliveryTo(), DeliveryTo("dips"))),
            At(Noon.AddMinutes(1), Message("b", 0, "", DeliveryTo(partition: 4))),
            At(Noon.AddMinutes(2), Message("c")),
            RawOf("skien", Message("d")),
            At(Noon, Message("e", 0, "", DeliveryTo(), DeliveryTo("answers") with { DueAt = Noon.AddHours(90) })));
        await Store.CommitAsync([Delivered(new DeliveryId(1, 1))], None);

        Assert.Equal(
            [new WaitingCount("larvik", "dips", 1, Noon), new WaitingCount("larvik", "epj", 3, Noon), new WaitingCount("skien", "epj", 1, Noon)], await Store.WaitingAsync(1000, NoPauses, None));
        Assert.Equal(2, (await Store.WaitingAsync(1, NoPauses, None)).Single(w => w is { Tenant: "larvik", Partner: "epj" }).Count);
    }

    [Fact]
    public async Task Should_tell_apart_what_waits_because_its_route_is_paused()
    {
        await Store.TakeAsync("node", [3, 4], None);
        await AcceptAsync(
            At(Noon, Message("a", 0, "", On("values"), DeliveryTo("dips"))),
            At(Noon.AddMinutes(1), Message("b", 0, "", On("values", 4), On("chat", 4))),
            At(Noon.AddMinutes(2), Message("c", 0, "", On("chat"))),
            At(Noon.AddMinutes(3), Message("d", 0, "", On("alerts", 4))),
            RawOf("skien", Message("e", 0, "", On("values"))));

        Assert.Equal(
            [new WaitingCount("larvik", "dips", 1, Noon), new WaitingCount("larvik", "epj", 5, Noon) { Paused = 3, OldestUnpausedAt = Noon.AddMinutes(1) }, new WaitingCount("skien", "epj", 1, Noon)],
            await Store.WaitingAsync(1000, Paused("values", "alerts"), None));
        Assert.Equal(
            new WaitingCount("larvik", "epj", 5, Noon) { Paused = 5, OldestUnpausedAt = null },
            (await Store.WaitingAsync(1000, Paused("values", "alerts", "chat"), None)).Single(w => w is { Tenant: "larvik", Partner: "epj" }));

        static Dictionary<string, IReadOnlyList<string>> Paused(params string[] routes) => new() { ["larvik"] = routes };
    }

    [Fact]
    public async Task Should_find_deadlines_that_nobody_looked_at()
    {
        await Store.TakeAsync("node", [3], None);
        var ids = await AcceptDueAsync("a", "b", "c");
        await Store.CommitAsync([.. ids.Select((id, i) => Outcome(id, DeliveryState.AwaitingReceipt) with { Due = Noon.AddMinutes(i) })], None);

        Assert.Equal([new PartnerCount("larvik", "epj", 2, Noon)], await Store.StuckAsync(Noon.AddMinutes(2), None));
        Assert.Empty(await Store.StuckAsync(Noon, None));
    }

    [Fact]
    public async Task Should_count_dead_letters_that_nobody_has_acted_on()
    {
        await Store.TakeAsync("node", [3], None);
        await AcceptAsync(At(Noon.AddDays(-8), Message("old", 0, "", DeliveryTo(dead: "HUB-ROUTE-001"))));
        var ids = await AcceptDueAsync("a", "b", "c", "d");
        await Store.CommitAsync([Delivered(ids[0]), .. ids[1..].Select((id, i) => Outcome(id, DeliveryState.DeadLettered) with { Due = Noon.AddMinutes(i) })], None);
        Assert.True((await Store.DiscardAsync(ids[3], new OperatorAct("kari", Noon, "sent by phone"), None)).IsOk);

        Assert.Equal([new PartnerCount("larvik", "epj", 2, Noon.AddMinutes(1))], await Store.DeadAsync(Noon.AddDays(-7), None));
        Assert.Equal(3, Assert.Single(await Store.DeadAsync(Noon.AddDays(-9), None)).Count);
        Assert.Empty(await Store.DeadAsync(Noon.AddHours(1), None));
    }

    private static NewDelivery On(string route, int partition = 3) => DeliveryTo(partition: partition) with { Route = route };

    private static NewRawMessage At(DateTimeOffset at, NewMessage message) => Raw(message) with { ReceivedAt = at };
}
