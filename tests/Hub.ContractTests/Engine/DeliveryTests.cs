using Hub.Core.Adapters;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Delivery;
using Xunit;

namespace Hub.ContractTests.Engine;

/// <summary>What the engine promises, on a store in memory: quick, and the same on every machine.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task Should_deliver_everything_once_and_in_order_of_the_lane()
    {
        await using var hub = await new TestHub(new MemoryStore()).StartAsync();
        await hub.SendLanesAsync(64, 20);
        await TestHub.Until(() => hub.Out.Count == 1280, "everything delivered");
        TestHub.AssertInOrder(hub.Out.Snapshot());
        Assert.Equal(0, hub.Out.Repeats);
        await TestHub.Until(() => ((MemoryStore)hub.Store).Rows.All(r => r.Row.State == DeliveryState.Delivered), "every row delivered");
        Assert.All(((MemoryStore)hub.Store).Rows, r => Assert.Single(r.Events));
    }

    /// <summary>The intake writer may be held up between its commit and its handing over; the pump is not.</summary>
    [Fact]
    public async Task Should_send_once_what_was_read_and_delivered_before_the_intake_handed_it_over()
    {
        var store = new MemoryStore();
        await using var hub = await new TestHub(store).StartAsync();
        store.AfterAccept = () => TestHub.Until(() => store.Rows.All(r => r.Row.State == DeliveryState.Delivered), "delivered before it was handed over");
        await hub.SendAsync("first;patient");
        store.AfterAccept = () => Task.CompletedTask;
        await hub.SendAsync("second;patient");
        await TestHub.Until(() => hub.Out.Count == 2, "both delivered");
        Assert.Equal(0, hub.Out.Repeats);
    }

    [Fact]
    public async Task Should_keep_order_in_every_lane_when_tries_fail_at_random()
    {
        await using var hub = new TestHub(new MemoryStore()) { Receivers = [TestHub.Receiver("out") with { Window = 16, Batch = 4 }] };
        var random = new Random(7);
        hub.Out.Answer = _ =>
        {
            lock (random)
                return random.Next(4) == 0 ? new SendOutcome.Failed(DeliveryErrors.PartnerFault.At()) : null;
        };
        await hub.StartAsync();
        await hub.SendLanesAsync(64, 15);
        await TestHub.Until(() => hub.Out.Count == 960, "everything delivered");
        TestHub.AssertInOrder(hub.Out.Snapshot());
        Assert.True(hub.Out.SameBytes);
    }

    [Fact]
    public async Task Should_let_others_flow_past_a_poison_message()
    {
        await using var hub = new TestHub(new MemoryStore());
        hub.Retry = new RetryConfig([TimeSpan.FromSeconds(30)], TimeSpan.FromHours(1), 0);
        hub.Out.Answer = t => t.Patient == "patient0" ? new SendOutcome.Failed(DeliveryErrors.PartnerFault.At()) : null;
        await hub.StartAsync();
        await hub.SendLanesAsync(40, 10);
        await TestHub.Until(() => hub.Out.Count == 390, "the other lanes delivered");
        Assert.DoesNotContain(hub.Out.Snapshot(), t => t.Patient == "patient0");
    }

    [Fact]
    public async Task Should_go_on_after_a_dead_letter_by_default()
    {
        await using var hub = new TestHub(new MemoryStore());
        hub.Out.Answer = t => t.SourceId == "e0-1" ? new SendOutcome.Failed(DeliveryErrors.Refused.At()) : null;
        await hub.StartAsync();
        await hub.SendLanesAsync(2, 5);
        await TestHub.Until(() => hub.Out.Count == 9, "all but one delivered");
        var dead = Assert.Single(((MemoryStore)hub.Store).Rows, r => r.Row.State == DeliveryState.DeadLettered);
        Assert.Equal("HUB-SEND-005", dead.ErrorCode);
    }

    [Fact]
    public async Task Should_close_the_lane_after_a_dead_letter_when_told_to_also_after_a_restart_and_open_it_on_redelivery()
    {
        var store = new MemoryStore();
        var isCured = false;
        await using var first = new TestHub(store) { OnDeadLetter = DeadLetterPolicy.Park };
        first.Out.Answer = t => t.SourceId == "e0-1" && !isCured ? new SendOutcome.Failed(DeliveryErrors.Refused.At()) : null;
        await first.StartAsync();
        await first.SendLanesAsync(2, 5);
        await TestHub.Until(() => first.Out.Count == 6, "the other lane and the head of this one delivered");
        await first.Node.StopAsync(default);
        await using var second = await new TestHub(store) { OnDeadLetter = DeadLetterPolicy.Park }.Share(first).StartAsync();
        await second.SendLanesAsync(3, 1, "more");
        await TestHub.Until(() => first.Out.Count == 8, "the open lanes delivered");
        await Task.Delay(100);
        Assert.Equal(8, first.Out.Count);
        isCured = true;
        second.Node.Nudge([store.MakePending(store.Rows.Single(r => r.Row.State == DeliveryState.DeadLettered).Row.Id)]);
        await TestHub.Until(() => first.Out.Count == 13, "the whole lane delivered");
        TestHub.AssertInOrder(first.Out.Snapshot());
    }

    [Fact]
    public async Task Should_wait_as_long_as_the_partner_asks()
    {
        await using var hub = new TestHub(new MemoryStore());
        var times = new List<long>();
        hub.Out.Answer = t =>
        {
            times.Add(Environment.TickCount64);
            return t.Attempt == 1 ? new SendOutcome.Failed(DeliveryErrors.Throttled.At(), TimeSpan.FromMilliseconds(400)) : null;
        };
        await hub.StartAsync();
        await hub.SendLanesAsync(1, 1);
        await TestHub.Until(() => hub.Out.Count == 1, "delivered");
        Assert.InRange(times[1] - times[0], 395, 3000);
    }

    [Fact]
    public async Task Should_park_a_partner_that_is_down_and_drain_in_order_when_it_is_back()
    {
        var isDown = true;
        await using var hub = new TestHub(new MemoryStore()) { Receivers = [TestHub.Receiver("out"), TestHub.Receiver("other")] };
        hub.Out.Answer = _ => isDown ? new SendOutcome.Failed(DeliveryErrors.Unreachable.At(), PartnerDown: true) : null;
        hub.Out.Probe = () => !isDown;
        await hub.StartAsync();
        await hub.SendLanesAsync(50, 20);
        await TestHub.Until(() => hub.Partner("other").Count == 1000, "the other partner served");
        var status = hub.Node.Status.Partners.Single(p => p.Partner == "out");
        Assert.Equal(CircuitState.Open, status.Circuit);
        Assert.InRange(hub.Out.Calls, 5, 60);
        Assert.InRange(status.Waiting, 0, 60);
        isDown = false;
        await TestHub.Until(() => hub.Out.Count == 1000, "the backlog drained");
        TestHub.AssertInOrder(hub.Out.Snapshot());
        Assert.Equal(CircuitState.Closed, hub.Node.Status.Partners.Single(p => p.Partner == "out").Circuit);
    }

    [Fact]
    public async Task Should_probe_with_one_real_delivery_when_the_partner_cannot_be_asked()
    {
        var isDown = true;
        await using var hub = new TestHub(new MemoryStore());
        hub.Out.Answer = _ => isDown ? new SendOutcome.Failed(DeliveryErrors.Unreachable.At(), PartnerDown: true) : null;
        hub.Out.Probe = () => null;
        await hub.StartAsync();
        await hub.SendLanesAsync(20, 5);
        await TestHub.Until(() => hub.Node.Status.Partners[0].Circuit == CircuitState.Open, "the circuit opened");
        var before = hub.Out.Calls;
        await TestHub.Until(() => hub.Out.Calls >= before + 2, "probed twice");
        Assert.InRange(hub.Out.Calls, before + 2, before + 6);
        isDown = false;
        await TestHub.Until(() => hub.Out.Count == 100, "everything delivered");
        TestHub.AssertInOrder(hub.Out.Snapshot());
    }

    [Fact]
    public async Task Should_give_up_what_a_partner_that_stays_away_has_kept_too_long()
    {
        await using var hub = new TestHub(new MemoryStore());
        hub.Retry = new RetryConfig([TimeSpan.FromMilliseconds(20)], TimeSpan.FromMilliseconds(300), 0);
        hub.Out.Answer = _ => new SendOutcome.Failed(DeliveryErrors.Unreachable.At(), PartnerDown: true);
        hub.Out.Probe = () => false;
        await hub.StartAsync();
        await hub.SendLanesAsync(30, 10);
        await TestHub.Until(() => ((MemoryStore)hub.Store).Rows.All(r => r.Row.State == DeliveryState.DeadLettered), "every delivery ended");
        Assert.All(((MemoryStore)hub.Store).Rows, r => Assert.Equal("HUB-DELIVERY-001", r.ErrorCode));
    }

    [Fact]
    public async Task Should_not_let_a_slow_partner_slow_another()
    {
        await using var hub = new TestHub(new MemoryStore()) { Receivers = [TestHub.Receiver("slow"), TestHub.Receiver("out")] };
        hub.Partner("slow").Delay = TimeSpan.FromMilliseconds(300);
        await hub.StartAsync();
        await hub.SendLanesAsync(64, 10);
        await TestHub.Until(() => hub.Out.Count == 640, "the quick partner served", 5);
        Assert.True(hub.Partner("slow").Count < 320);
        Assert.InRange(hub.Partner("slow").MostInFlight, 1, 16);
    }

    [Fact]
    public async Task Should_keep_outcomes_and_order_while_the_database_is_away()
    {
        var store = new MemoryStore();
        await using var hub = await new TestHub(store).StartAsync();
        await hub.SendLanesAsync(10, 2);
        store.IsAway = true;
        var refused = await hub.SendAsync("x;patient1");
        Assert.Equal("HUB-INTAKE-022", Assert.Single(refused.Errors).Code);
        store.IsAway = false;
        await hub.SendLanesAsync(10, 5, "f");
        await TestHub.Until(() => store.Rows.All(r => r.Row.State == DeliveryState.Delivered), "every row delivered");
        TestHub.AssertInOrder(hub.Out.Snapshot());
        Assert.Equal(70, hub.Out.Count);
    }

    [Fact]
    public async Task Should_dead_letter_what_cannot_be_mapped_and_retry_defects()
    {
        await using var hub = new TestHub(new MemoryStore());
        hub.Retry = new RetryConfig([TimeSpan.FromMilliseconds(20)], TimeSpan.FromMilliseconds(400), 0);
        await hub.StartAsync();
        await hub.SendAsync("a;unmappable");
        await hub.SendAsync("b;defect");
        await hub.SendAsync("c;patient");
        var store = (MemoryStore)hub.Store;
        await TestHub.Until(() => store.Rows.All(r => r.Row.State is DeliveryState.DeadLettered or DeliveryState.Delivered), "every delivery ended");
        Assert.Equal(["HUB-DELIVERY-003", "HUB-DELIVERY-001", null], store.Rows.Select(r => r.ErrorCode));
        Assert.True(store.Rows[1].Row.Attempts > 3);
        Assert.Contains(store.Rows[1].Events, e => e.Code == "HUB-DELIVERY-006");
    }

    [Fact]
    public async Task Should_store_the_document_before_the_first_try_when_it_cannot_be_made_again()
    {
        var store = new MemoryStore();
        await using var hub = new TestHub(store);
        hub.Out.StoreBeforeSend = true;
        var stored = new List<bool>();
        hub.Out.Answer = t =>
        {
            stored.Add(store.Rows.Single(r => r.Row.Id.MessageId == t.MessageId).Document is not null);
            return null;
        };
        await hub.StartAsync();
        await hub.SendLanesAsync(1, 5);
        await TestHub.Until(() => hub.Out.Count == 5, "delivered");
        Assert.All(stored, Assert.True);
    }

    [Fact]
    public async Task Should_let_another_delivery_try_the_partner_when_a_document_could_not_be_stored()
    {
        var store = new MemoryStore();
        await using var hub = new TestHub(store);
        hub.Out.StoreBeforeSend = true;
        hub.Out.Probe = () => null;
        // Over at once, so that nothing else is left that could find out.
        hub.Out.Answer = _ => new SendOutcome.Failed(DeliveryErrors.Refused.At(), PartnerDown: true);
        await hub.StartAsync();
        await hub.SendLanesAsync(5, 1);
        await TestHub.Until(() => store.Rows.Count(r => r.Row.State == DeliveryState.DeadLettered) == 5, "the circuit opened");
        hub.Out.Answer = _ => null;
        var rejected = 0;
        store.RejectsOutcome = o => o.Document is not null && o.State == DeliveryState.Pending && Interlocked.Increment(ref rejected) <= 3;
        await hub.SendAsync("late;patient");
        await TestHub.Until(() => hub.Out.Snapshot().Any(t => t.SourceId == "late"), "the one delivery that may find out gone through");
        Assert.True(rejected > 3);
    }

    [Fact]
    public async Task Should_end_what_awaits_a_receipt_by_receipt_or_deadline()
    {
        var store = new MemoryStore();
        await using var hub = new TestHub(store);
        hub.Out.Answer = t => new SendOutcome.AwaitingReceipt(t.SourceId, t.SourceId == "e0-2" ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromMinutes(1));
        await hub.StartAsync();
        await hub.SendLanesAsync(1, 3);
        await TestHub.Until(() => store.Rows.Count(r => r.Row.State != DeliveryState.Pending) == 3, "sent");
        Assert.Equal(ReceiptVerdict.Applied, await hub.Node.Receipts.ApplyAsync("t", "e0-0", new Receipt.Positive(null), default));
        Assert.Equal(ReceiptVerdict.Applied, await hub.Node.Receipts.ApplyAsync("t", "e0-1", new Receipt.Negative(DeliveryErrors.Refused.At(), "no"), default));
        Assert.Equal(ReceiptVerdict.Ignored, await hub.Node.Receipts.ApplyAsync("t", "e0-1", new Receipt.Positive(null), default));
        Assert.Equal(ReceiptVerdict.Unknown, await hub.Node.Receipts.ApplyAsync("u", "e0-1", new Receipt.Positive(null), default));
        await TestHub.Until(() => store.Rows.All(r => r.Row.State is DeliveryState.Delivered or DeliveryState.DeadLettered), "every delivery ended");
        Assert.Equal([null, "HUB-SEND-005", "HUB-DELIVERY-010"], store.Rows.Select(r => r.ErrorCode));
    }

    [Fact]
    public async Task Should_send_again_with_the_same_key_and_bytes_after_a_restart()
    {
        var store = new MemoryStore();
        await using var first = new TestHub(store);
        first.Out.Answer = _ => new SendOutcome.Failed(DeliveryErrors.PartnerFault.At());
        await first.StartAsync();
        await first.SendLanesAsync(20, 3);
        await TestHub.Until(() => first.Out.Calls > 20, "tried");
        await first.Node.AbortAsync();
        first.Out.Answer = _ => null;
        await using var second = await new TestHub(store).Share(first).StartAsync();
        await TestHub.Until(() => first.Out.Count == 60, "delivered by the second");
        Assert.True(first.Out.SameBytes);
        TestHub.AssertInOrder(first.Out.Snapshot());
    }

    [Fact]
    public async Task Should_drain_when_stopped_so_that_nothing_is_sent_twice()
    {
        var store = new MemoryStore();
        await using var first = new TestHub(store);
        first.Out.Delay = TimeSpan.FromMilliseconds(50);
        await first.StartAsync();
        await first.SendLanesAsync(30, 3);
        await first.Node.StopAsync(default);
        await using var second = await new TestHub(store).Share(first).StartAsync();
        await TestHub.Until(() => store.Rows.All(r => r.Row.State == DeliveryState.Delivered), "delivered");
        Assert.Equal(90, first.Out.Count);
        Assert.Equal(0, first.Out.Repeats);
        TestHub.AssertInOrder(first.Out.Snapshot());
    }
}
