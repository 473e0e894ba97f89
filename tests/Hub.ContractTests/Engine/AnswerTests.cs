using Hub.ContractTests.Store;
using Hub.Core.Adapters;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery;
using Xunit;

namespace Hub.ContractTests.Engine;

/// <summary>Answers to the source: sent when the message's other deliveries have ended, at the latest at their own time.</summary>
public abstract class AnswerTests(Func<Task<TestDatabase>> create) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private IHubStore _store = null!;
    private TestHub _hub = null!;

    private TestPartner Source => _hub.Partner("in");

    public async ValueTask InitializeAsync()
    {
        _database = await create();
        _store = _database.Open();
        _hub = new TestHub(_store) { Unrouted = UnroutedPolicy.DeadLetter };
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
    public async Task Should_answer_as_soon_as_the_journal_has_it()
    {
        var isDown = true;
        _hub.Out.Answer = _ => isDown ? new SendOutcome.Failed(DeliveryErrors.PartnerFault.At()) : null;
        await _hub.StartAsync();
        await _hub.SendAsync("e;p;600000");
        await TestHub.Until(() => _hub.Out.Calls > 3, "the journal tried");
        Assert.Empty(Source.Texts);
        isDown = false;
        await TestHub.Until(() => Source.Count == 1, "answered");
        Assert.Equal("answer to e;p;1;to-out=Delivered", Assert.Single(Source.Texts));
        await TestHub.Until(() => _store.LedgerAsync(null, default).Result is { Delivered: 2, Pending: 0 }, "both written");

        // The same event again, and a replay, bring no second answer.
        await _hub.SendAsync("e;p;600000");
        var added = (await _hub.Node.ReplayAsync(1, new OperatorAct("kari", DateTimeOffset.UtcNow, "again"), default)).Value;
        Assert.Equal("to-out", Assert.Single(added).Route);
        await TestHub.Until(() => _hub.Out.Count == 2, "replayed");
        Assert.Single(Source.Texts);
    }

    [Fact]
    public async Task Should_answer_at_the_deadline_when_the_journal_is_down()
    {
        _hub.Out.Answer = _ => new SendOutcome.Failed(DeliveryErrors.Unreachable.At(), PartnerDown: true);
        _hub.Out.Probe = () => false;
        await _hub.StartAsync();
        await _hub.SendAsync("e;p;700");
        await _hub.SendAsync("f;p;600000");
        await TestHub.Until(() => Source.Count == 1, "answered at the deadline");
        Assert.StartsWith("answer to e;p;1;to-out=Pending", Assert.Single(Source.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_answer_at_once_when_it_must_be_refused_or_nobody_wants_it()
    {
        await _hub.StartAsync();
        await _hub.SendAsync("e;p;refuse");
        await TestHub.Until(() => Source.Count == 1, "refused");
        Assert.Equal("answer to e;p;1;", Source.Texts[0]);
        var view = (await _store.FindAsync(1, "t", default))!;
        Assert.Equal(("answer", "refused"), (Assert.Single(view.Deliveries).Row.Route, Assert.Single(view.Notes).Kind));
        Assert.Empty((await _hub.Node.ReplayAsync(1, new OperatorAct("kari", DateTimeOffset.UtcNow, "again"), default)).Value);
        _hub.Receivers.Clear();
        _hub.Configure();
        await _hub.SendAsync("f;p;600000");
        await TestHub.Until(() => Source.Count == 2, "answered though unrouted");
        Assert.Equal("answer to f;p;2;-=DeadLettered HUB-DELIVERY-009", Source.Texts[1]);
        Assert.Equal(0, _hub.Out.Calls);
    }

    [Fact]
    public async Task Should_answer_after_a_crash_between_the_end_and_the_call_and_after_an_operator_took_it_out()
    {
        _hub.Out.Answer = _ => new SendOutcome.Failed(DeliveryErrors.PartnerFault.At());
        await _hub.StartAsync();
        await _hub.SendAsync("e;p;600000");
        await _hub.SendAsync("f;q;600000");
        await TestHub.Until(() => _hub.Out.Calls > 3, "tried");
        await _hub.Node.AbortAsync();
        var row = (await _store.FindAsync(1, "t", default))!.Deliveries[0].Row;
        var ended = new DeliveryOutcome(row.Id, row.Partition, 0, DeliveryState.Delivered, row.Due, 1, []);
        Assert.Single(await _store.SettleAsync([ended], DeliveryState.Pending, default));
        await _store.DisposeAsync();
        _store = _database.Open();
        _hub = await new TestHub(_store).Share(_hub).StartAsync();
        await TestHub.Until(() => Source.Count == 1, "answered by the next node");
        var discarded = (await _store.DiscardAsync((await _store.FindAsync(2, "t", default))!.Deliveries[0].Row.Id, new OperatorAct("kari", DateTimeOffset.UtcNow, "by phone"), default)).Value;
        _hub.Node.Nudge([discarded]);
        await TestHub.Until(() => Source.Count == 2, "answered");
        Assert.Equal("answer to f;q;2;to-out=Discarded HUB-DELIVERY-007", Source.Texts[1]);
    }

    [Fact]
    public async Task Should_hold_nothing_else_to_the_source_up_and_not_go_early_when_the_source_comes_back()
    {
        _hub.Receivers.Add(TestHub.Receiver("in") with { Inbound = new InboundConfig([]) });
        _hub.Out.Answer = _ => new SendOutcome.AwaitingReceipt("c", TimeSpan.FromMinutes(5));
        var isDown = true;
        Source.Answer = _ => isDown ? new SendOutcome.Failed(DeliveryErrors.Unreachable.At(), PartnerDown: true) : null;
        Source.Probe = () => !isDown;
        await _hub.StartAsync();
        for (var i = 0; i < 200; i++)
            await _hub.SendAsync($"e{i};p;600000");
        await TestHub.Until(() => _hub.Node.Status.Partners.Single(p => p.Partner == "in").Circuit == CircuitState.Open, "the source is down");
        isDown = false;
        await TestHub.Until(() => Source.Count == 200, "everything else arrived");
        Assert.DoesNotContain(Source.Texts, t => t.StartsWith("answer", StringComparison.Ordinal));
        TestHub.AssertInOrder(Source.Snapshot());
    }
}

public sealed class SqliteAnswers() : AnswerTests(TestDatabase.SqliteAsync);

public sealed class PostgresAnswers() : AnswerTests(TestDatabase.PostgresAsync);
