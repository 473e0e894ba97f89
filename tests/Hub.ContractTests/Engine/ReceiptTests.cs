using Hub.ContractTests.Store;
using Hub.Core.Adapters;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Xunit;

namespace Hub.ContractTests.Engine;

/// <summary>The engine on real databases with a receiver that confirms twice, later and by another way: sealing, resends, acknowledgments, answers, and what a restart between any two steps leaves.</summary>
public abstract class ReceiptTests(Func<Task<TestDatabase>> create) : IAsyncLifetime
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private static readonly Receipt Ack = new Receipt.Transport(TimeSpan.FromHours(1), "ack 1");
    private static readonly Receipt Yes = new Receipt.Positive("OK");

    private TestDatabase _database = null!;
    private IHubStore _store = null!;
    private TestHub _hub = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await create();
        _store = _database.Open();
        _hub = new TestHub(_store);
        _hub.Out.StoreBeforeSend = true;
        _hub.Out.Answer = Await(Long, 0);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _hub.DisposeAsync();
        if (_store is not null)
            await _store.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
    }

    [Fact]
    public async Task Should_store_what_was_sealed_before_it_goes_out_and_send_the_same_until_the_answer_comes()
    {
        _hub.Out.Answer = t => t.Attempt == 1 ? new SendOutcome.Failed(DeliveryErrors.PartnerFault.At()) : Await(TimeSpan.FromMilliseconds(100), 2)(t);
        await _hub.StartAsync();
        await _hub.SendAsync("e;p");
        await TestHub.Until(() => _hub.Out.Texts.Count == 3, "sent again without an acknowledgment");
        await RestartAsync();
        await TestHub.Until(() => _hub.Out.Texts.Count == 4, "the last resend by the second node");
        Assert.True(_hub.Out.SameBytes);
        Assert.Contains("sealed", _hub.Out.Texts[0], StringComparison.Ordinal);
        var sent = await CorrelationAsync(1);
        Assert.Equal(_hub.Out.Texts[0], System.Text.Encoding.UTF8.GetString((await _hub.Node.Receipts.SentAsync("t", sent, default))!.Body.Span));
        Assert.Null(await _hub.Node.Receipts.SentAsync("u", sent, default));

        // No send is left: silence ends it, and an acknowledgment after all is still the truth.
        await StateAsync(1, DeliveryState.DeadLettered);
        Assert.Equal("HUB-DELIVERY-010", (await ViewAsync(1)).ErrorCode);
        Assert.Equal(ReceiptVerdict.Applied, await ApplyAsync(sent, Ack));
        Assert.Equal(DeliveryState.AwaitingReceipt, (await ViewAsync(1)).Row.State);
        await RestartAsync();
        Assert.Equal(ReceiptVerdict.Applied, await ApplyAsync(sent, Yes));
        var view = await ViewAsync(1);
        Assert.Equal((DeliveryState.Delivered, null), (view.Row.State, view.ErrorCode));
        Assert.Equal(2, view.Events.Count(e => e.Code == "HUB-DELIVERY-014"));
        Assert.Equal(["ack 1", "OK"], view.Events.Where(e => e.Kind == DeliveryEventKind.Receipt).Select(e => e.Detail));
        for (var i = 0; i < 10; i++)
            Assert.Equal(ReceiptVerdict.Ignored, await ApplyAsync(sent, Ack));
        Assert.Equal(view.Events.Count + 3, (await ViewAsync(1)).Events.Count);
        Assert.Equal(ReceiptVerdict.Unknown, await ApplyAsync("nobody", Ack));
    }

    [Fact]
    public async Task Should_take_an_acknowledgment_that_is_faster_than_the_outcome_of_the_send()
    {
        _hub.Out.Delay = TimeSpan.FromMilliseconds(400);
        await _hub.StartAsync();
        await _hub.SendAsync("e;p");
        await TestHub.Until(() => _hub.Out.Calls == 1, "in flight");
        var sent = await CorrelationAsync(1);
        Assert.Equal(ReceiptVerdict.Applied, await ApplyAsync(sent, Ack));
        await TestHub.Until(() => _hub.Out.Texts.Count == 1 && _hub.Node.Status is { OutcomesWaiting: 0 } && _hub.Node.Status.Partners.All(p => p.InFlight == 0), "the outcome written");
        var row = (await ViewAsync(1)).Row;
        Assert.Equal((DeliveryState.AwaitingReceipt, true), (row.State, row.Receipts.Acknowledged));
        Assert.Equal(row.AcceptedAt.AddHours(1), row.Due);
        Assert.Equal(ReceiptVerdict.Applied, await ApplyAsync(sent, Yes));
        Assert.Equal(1, _hub.Out.Calls);
    }

    [Fact]
    public async Task Should_count_the_first_of_many_receipts_at_once()
    {
        await _hub.StartAsync();
        await _hub.SendAsync("e;p");
        await StateAsync(1, DeliveryState.AwaitingReceipt);
        var sent = await CorrelationAsync(1);
        Receipt no = new Receipt.Negative(DeliveryErrors.AnswerNegative.At(), "T01");
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => ApplyAsync(sent, (i % 3) switch { 0 => Ack, 1 => Yes, _ => no }))));
        var view = await ViewAsync(1);
        Assert.InRange(verdicts.Count(v => v == ReceiptVerdict.Applied), 1, 2);
        Assert.True(view.Row.Receipts.Answered);
        var first = view.Events.First(e => e.Kind == DeliveryEventKind.Receipt && e.Detail is "OK" or "T01");
        Assert.Equal(first.Detail == "OK" ? DeliveryState.Delivered : DeliveryState.DeadLettered, view.Row.State);
        Assert.Equal(first.Code, view.ErrorCode);
    }

    [Fact]
    public async Task Should_not_count_a_receipt_for_what_was_mapped_anew_since()
    {
        await _hub.StartAsync();
        await _hub.SendAsync("e;p");
        await StateAsync(1, DeliveryState.AwaitingReceipt);
        var old = await CorrelationAsync(1);
        Assert.Equal(ReceiptVerdict.Applied, await ApplyAsync(old, new Receipt.Negative(DeliveryErrors.TransportRefused.At(), "SecurityFailure", Business: false)));
        Assert.Equal("HUB-DELIVERY-011", (await ViewAsync(1)).ErrorCode);
        var remapped = (await _store.RemapAsync(new DeliveryId(1, 1), new OperatorAct("kari", DateTimeOffset.UtcNow, "new certificate"), default)).Value;
        _hub.Node.Nudge([remapped]);
        await TestHub.Until(() => _hub.Out.Texts.Count == 2, "sealed and sent anew");
        await StateAsync(1, DeliveryState.AwaitingReceipt);
        Assert.NotEqual(_hub.Out.Texts[0], _hub.Out.Texts[1]);
        Assert.Equal(ReceiptVerdict.Ignored, await ApplyAsync(old, Yes));
        Assert.Contains("mapped anew", (await ViewAsync(1)).Events[^1].Detail, StringComparison.Ordinal);
        Assert.Equal(ReceiptVerdict.Applied, await ApplyAsync(await CorrelationAsync(1, 1), Yes));
    }

    [Fact]
    public async Task Should_end_what_cannot_be_sealed_with_the_sealing_code_and_go_on()
    {
        _hub.Out.Refuses = DeliveryErrors.NotSecure.At(detail: "The certificate has expired");
        await _hub.StartAsync();
        await _hub.SendAsync("e;p");
        await TestHub.Until(() => ViewAsync(1).Result.Row.Attempts > 1, "tried again");
        Assert.Equal("HUB-SEND-010", (await ViewAsync(1)).ErrorCode);
        Assert.Empty(_hub.Out.Texts);
        _hub.Out.Refuses = DeliveryErrors.Refused.At();
        await StateAsync(1, DeliveryState.DeadLettered);
        _hub.Out.Refuses = null;
        await _hub.SendAsync("f;p");
        await StateAsync(2, DeliveryState.AwaitingReceipt);
    }

    [Fact]
    public async Task Should_not_hold_the_lane_up_while_a_resend_waits_for_its_next_try()
    {
        _hub.Retry = _hub.Retry with { Delays = [TimeSpan.FromSeconds(2)] };
        var isAway = true;
        _hub.Out.Answer = t => t.SourceId == "e" && t.Sends > 0 && isAway ? new SendOutcome.Failed(DeliveryErrors.PartnerFault.At()) : Await(t.SourceId == "e" ? TimeSpan.FromMilliseconds(50) : Long, 2)(t);
        await _hub.StartAsync();
        await _hub.SendAsync("e;p");
        await TestHub.Until(() => ViewAsync(1).Result.ErrorCode == "HUB-SEND-003", "the resend failed");
        await _hub.SendAsync("f;p");
        await StateAsync(2, DeliveryState.AwaitingReceipt);
        Assert.Equal(DeliveryState.Pending, (await ViewAsync(1)).Row.State);
        isAway = false;
        await TestHub.Until(() => _hub.Out.Texts.Count(t => t.StartsWith("e;", StringComparison.Ordinal)) >= 3, "tried again in its time");
        Assert.True(_hub.Out.SameBytes);
    }

    [Fact]
    public async Task Should_send_again_after_a_crash_between_the_deadline_and_the_send()
    {
        await _hub.StartAsync();
        await _hub.SendAsync("e;p");
        await StateAsync(1, DeliveryState.AwaitingReceipt);
        await _hub.Node.AbortAsync();
        var row = (await ViewAsync(1)).Row;
        var again = new DeliveryOutcome(row.Id, row.Partition, 0, DeliveryState.Pending, DateTimeOffset.UtcNow, row.Attempts, []) { Receipts = row.Receipts, ReceiptsBefore = row.Receipts };
        Assert.Single(await _store.SettleAsync([again], DeliveryState.AwaitingReceipt, default));
        await RestartAsync();
        await TestHub.Until(() => _hub.Out.Texts.Count == 2, "sent again");
        Assert.True(_hub.Out.SameBytes);
    }

    private static Func<Taken, SendOutcome?> Await(TimeSpan deadline, int resends) =>
        t => new SendOutcome.AwaitingReceipt("", deadline, t.Sends < resends);

    private Task<ReceiptVerdict> ApplyAsync(string correlation, Receipt receipt) => _hub.Node.Receipts.ApplyAsync("t", correlation, receipt, default);

    private async Task<DeliveryView> ViewAsync(long message) => (await _store.FindAsync(message, "t", default))!.Deliveries[0];

    private async Task StateAsync(long message, DeliveryState state) => await TestHub.Until(() => ViewAsync(message).Result.Row.State == state, $"message {message} at {state}");

    // The sender's own way to its message id: from the ids of delivery and generation.
    private async Task<string> CorrelationAsync(long message, int generation = 0)
    {
        var installation = await _store.MigrateAsync(8, default);
        return $"mid-{new Core.Mappings.DocumentIds(installation.Id, message, generation, "t/out/1").For("message")}";
    }

    private async Task RestartAsync()
    {
        await _hub.Node.AbortAsync();
        await _store.DisposeAsync();
        _store = _database.Open();
        _hub = await new TestHub(_store) { Retry = _hub.Retry }.Share(_hub).StartAsync();
    }
}

public sealed class SqliteReceipts() : ReceiptTests(TestDatabase.SqliteAsync);

public sealed class PostgresReceipts() : ReceiptTests(TestDatabase.PostgresAsync);
