using Hub.ContractTests.Engine;
using Hub.Core.Adapters;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Xunit;

namespace Hub.ContractTests.Ownership;

/// <summary>What every way of owning partitions must keep: one owner at a time, all partitions owned, order and at-least-once through every change.</summary>
public abstract class OwnershipContract(Func<Task<Site>> open)
{
    private const int Partitions = 8;

    [Fact]
    public async Task Should_own_every_partition_alone_and_deliver()
    {
        await using var site = await open();
        var hub = await site.StartAsync("one");
        await TestHub.Until(() => hub.Node.Status.Partitions.Count == Partitions, "every partition owned");
        await hub.SendLanesAsync(10, 3);
        await TestHub.Until(() => site.Delivered == 360, "everything delivered");
        site.AssertInOrder();
    }

    [Fact]
    public async Task Should_deliver_after_a_restart_what_was_left()
    {
        await using var site = await open();
        var first = await site.StartAsync("one");
        foreach (var receiver in site.Receivers)
            receiver.Answer = _ => new SendOutcome.Failed(DeliveryErrors.PartnerFault.At());
        await first.SendLanesAsync(10, 3);
        await first.Node.AbortAsync();
        await first.Store.DisposeAsync();
        foreach (var receiver in site.Receivers)
            receiver.Answer = _ => null;
        await site.StartAsync("two");
        await TestHub.Until(() => site.Delivered == 360, "everything delivered by the second node");
        site.AssertInOrder();
        Assert.All(site.Receivers, r => Assert.True(r.SameBytes));
    }

    [Fact]
    public async Task Should_share_partitions_between_live_nodes()
    {
        await using var site = await open();
        Assert.SkipUnless(site.IsShared, "One process only.");
        var one = await site.StartAsync("one");
        var two = await site.StartAsync("two");
        await TestHub.Until(() => IsFairlyShared(one, two), "both own some, together all");
    }

    [Fact]
    public async Task Should_keep_order_and_lose_nothing_while_a_node_joins_and_leaves()
    {
        await using var site = await open();
        Assert.SkipUnless(site.IsShared, "One process only.");
        var one = await site.StartAsync("one");
        var sending = one.SendLanesAsync(10, 60);
        var two = await site.StartAsync("two");
        await TestHub.Until(() => IsFairlyShared(one, two), "shared");
        await sending;
        var more = one.SendLanesAsync(10, 20, "f");
        await two.Node.StopAsync(default);
        await more;
        await TestHub.Until(() => site.Delivered == 9600, "everything delivered", 30);
        site.AssertInOrder();
    }

    [Fact]
    public async Task Should_finish_and_write_what_is_being_sent_when_a_node_stops()
    {
        await using var site = await open();
        var one = await site.StartAsync("one");
        await TestHub.Until(() => one.Node.Status.Partitions.Count == Partitions, "every partition owned");
        foreach (var receiver in site.Receivers)
            receiver.Delay = TimeSpan.FromSeconds(1.5);
        await one.SendLanesAsync(3, 1);
        await TestHub.Until(() => site.Receivers.Sum(r => r.Calls) == 36, "everything under way");

        await one.Node.StopAsync(default);

        var ledger = await one.Store.LedgerAsync(null, default);
        Assert.Equal((36, 0), (ledger.Delivered, ledger.Pending));
        Assert.Equal((36, 0), (site.Receivers.Sum(r => r.Calls), site.Receivers.Sum(r => r.Repeats)));
    }

    [Fact]
    public async Task Should_take_over_from_a_node_that_dies()
    {
        await using var site = await open();
        Assert.SkipUnless(site.IsShared, "One process only.");
        var one = await site.StartAsync("one");
        var two = await site.StartAsync("two");
        await TestHub.Until(() => IsFairlyShared(one, two), "shared");
        await one.SendLanesAsync(10, 5);
        await two.Node.AbortAsync();
        await one.SendLanesAsync(10, 5, "f");
        await TestHub.Until(() => site.Delivered == 1200, "everything delivered by the survivor", 20);
        site.AssertInOrder();
        await TestHub.Until(() => one.Node.Status.Partitions.Count == Partitions, "every partition owned by the survivor");
    }

    [Fact]
    public async Task Should_keep_order_of_a_patient_whose_messages_come_in_at_different_nodes()
    {
        await using var site = await open();
        Assert.SkipUnless(site.IsShared, "One process only.");
        var one = await site.StartAsync("one");
        var two = await site.StartAsync("two");
        await TestHub.Until(() => IsFairlyShared(one, two), "shared");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async p =>
        {
            for (var i = 0; i < 25; i++)
                await (i % 2 == 0 ? one : two).SendAsync($"x{p}-{i};patient{p}");
        }));
        await TestHub.Until(() => site.Delivered == 2400, "everything delivered");
        site.AssertInOrder();
        Assert.All(site.Receivers, r => Assert.Equal(0, r.Repeats));
    }

    [Fact]
    public async Task Should_write_nothing_for_a_partition_that_somebody_else_took()
    {
        await using var site = await open();
        Assert.SkipWhen(site.IsShared, "A node that shares takes such a partition back by right of its lock or token.");
        var hub = await site.StartAsync("one");
        await hub.Store.TakeAsync("thief", [.. Enumerable.Range(0, Partitions)], default);
        await hub.SendLanesAsync(5, 1);
        await TestHub.Until(() => site.Delivered > 0 && hub.Node.Status is { OutcomesWaiting: 0, Partitions.Count: < Partitions }, "the loss noticed");
        var ledger = await hub.Store.LedgerAsync(null, default);
        Assert.Equal((60, 0, 60), (ledger.Accepted, ledger.Delivered, ledger.Pending));
    }

    [Fact]
    public async Task Should_redeliver_at_the_owner_whichever_node_the_operator_asked()
    {
        await using var site = await open();
        var one = await site.StartAsync("one");
        var asked = site.IsShared ? await site.StartAsync("two") : one;
        foreach (var receiver in site.Receivers)
            receiver.Answer = t => t.Attempt == 1 && t.SourceId == "e0-0" ? new SendOutcome.Failed(DeliveryErrors.Refused.At()) : null;
        await one.SendLanesAsync(1, 2);
        await TestHub.Until(() => site.Delivered == 12, "the second message delivered");
        IReadOnlyList<MessageView> dead = [];
        await TestHub.Until(() => (dead = one.Store.ListAsync(new MessageFilter("t", State: DeliveryState.DeadLettered), default).GetAwaiter().GetResult()).Count == 1
            && dead[0].Deliveries.All(d => d.Row.State == DeliveryState.DeadLettered), "the first dead-lettered");
        foreach (var receiver in site.Receivers)
            receiver.Answer = _ => null;
        var rows = new List<DeliveryRow>();
        foreach (var delivery in dead[0].Deliveries)
            rows.Add((await asked.Store.RedeliverAsync(delivery.Row.Id, new OperatorAct("op", DateTimeOffset.UtcNow, "again"), default)).Value);
        asked.Node.Nudge(rows);
        await TestHub.Until(() => site.Delivered == 24, "redelivered");
    }

    [Fact]
    public async Task Should_count_a_receipt_and_send_an_answer_whichever_node_hears_of_it()
    {
        await using var site = await open();
        var one = await site.StartAsync("one");
        var asked = site.IsShared ? await site.StartAsync("two") : one;
        if (site.IsShared)
            await TestHub.Until(() => IsFairlyShared(one, asked), "shared");
        foreach (var receiver in site.Receivers)
            receiver.Answer = t => new SendOutcome.AwaitingReceipt($"{t.Key}", TimeSpan.FromMinutes(5));
        await one.SendAsync("e;p;600000");
        MessageView? view = null;
        await TestHub.Until(() => (view = one.Store.FindAsync(1, "t", default).GetAwaiter().GetResult())!.Deliveries.Count(d => d.Row.State == DeliveryState.AwaitingReceipt) == 12, "all sent");
        Assert.Empty(one.Partner("in").Texts);
        foreach (var delivery in view!.Deliveries.Where(d => d.Receipt is not null))
            Assert.Equal(ReceiptVerdict.Applied, await asked.Node.Receipts.ApplyAsync("t", delivery.Receipt!, new Receipt.Positive("OK"), default));
        await TestHub.Until(() => one.Partner("in").Count + asked.Partner("in").Count >= 1, "answered by the owner");
    }

    private static bool IsFairlyShared(TestHub one, TestHub two)
    {
        var (a, b) = (one.Node.Status.Partitions, two.Node.Status.Partitions);
        return a.Count > 0 && b.Count > 0 && a.Count + b.Count == Partitions && !a.Intersect(b).Any();
    }
}
