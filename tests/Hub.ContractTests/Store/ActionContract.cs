using System.Text;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

/// <summary>A few acts at once, with the progress of the work that they are part of.</summary>
public abstract class ActionContract(Func<Task<TestDatabase>> create) : StoreContract(create)
{
    private static readonly OperatorAct Act = new("kari", Noon.AddDays(5), "fixed at the journal");

    [Fact]
    public async Task Should_act_on_each_by_its_own_state_and_tell_of_each()
    {
        await BeginAsync();
        await Store.TakeAsync("n", [3], None);
        var ids = await AcceptDueAsync("dead", "delivered", "pending", "refused");
        await Store.CommitAsync([Outcome(ids[0], DeliveryState.DeadLettered), Delivered(ids[1])], None);
        var missing = new DeliveryId(ids[0].MessageId, 9);

        var done = await ActAsync(
            ActVerb.Redeliver, new ActItem(ids[0]), new ActItem(ids[1]), new ActItem(missing), new ActItem(ids[3]) { Refusal = OperatorErrors.NotFound.At() }, new ActItem(ids[2]));
        Assert.Equal([null, OperatorErrors.Arrived.Code, OperatorErrors.NotFound.Code, OperatorErrors.NotFound.Code, OperatorErrors.UnderWay.Code], done!.Select(d => d.IsOk ? null : d.Errors[0].Code));
        Assert.Equal((ids[0], DeliveryState.Pending, Act.At), (done![0].Value[0].Id, done[0].Value[0].State, done[0].Value[0].Due));
        Assert.Equal("redeliver by kari: fixed at the journal", (await Store.FindAsync(ids[0].MessageId, null, None))!.Deliveries[0].Events[^1].Detail);
        Assert.Single((await Store.FindAsync(ids[1].MessageId, null, None))!.Deliveries[0].Events);
        Assert.Equal("1 of 5", await ProgressAsync());
        Assert.Equal((1L, null), await Store.VerifyAsync(None));
    }

    [Fact]
    public async Task Should_replay_many_at_once_those_of_one_raw_among_them()
    {
        await BeginAsync();
        var ids = (await AcceptAsync(Raw(Message("a"), Message("b", 1), Message("c", 2, string.Empty, DeliveryTo(), DeliveryTo("gp"))), Raw(Message("d")))).Select(r => r.MessageId).ToArray();
        NewDelivery[] added = [DeliveryTo(), DeliveryTo("other", 5)];
        ActItem Again(long id, params NewDelivery[] deliveries) => new(new DeliveryId(id, 0)) { Decisions = [ToEpj], Deliveries = deliveries };

        var done = await ActAsync(ActVerb.Replay, Again(ids[2], added), Again(ids[0], DeliveryTo()), Again(ids[3]), Again(99, added), Again(ids[1], added));
        Assert.Equal(
            [
                [new DeliveryId(ids[2], 3), new DeliveryId(ids[2], 4)],
                [new DeliveryId(ids[0], 2)],
                [],
                [],
                [new DeliveryId(ids[1], 2), new DeliveryId(ids[1], 3)],
            ],
            done!.Select(d => d.IsOk ? d.Value.Select(r => r.Id).ToArray() : []));
        Assert.Equal(OperatorErrors.NotFound.Code, done![3].Errors[0].Code);
        Assert.Equal("replay by kari: fixed at the journal", (await Store.FindAsync(ids[1], null, None))!.Deliveries[2].Events[^1].Detail);
        Assert.Equal(new Ledger(10, 0, 0, 10, 4, 0), await Store.LedgerAsync(null, None));
        Assert.Equal([ids[2], ids[1]], (await Store.SearchAsync(new MessageFilter(null) { Partner = "other" }, None)).Messages.Select(m => m.Id));
        Assert.Equal((4L, null), await Store.VerifyAsync(None));
    }

    [Fact]
    public async Task Should_do_nothing_when_the_work_has_gone_on_elsewhere()
    {
        await BeginAsync();
        var id = (await AcceptDueAsync("a"))[0];
        Assert.NotNull(await ActAsync(ActVerb.Park, new ActItem(id)));
        Assert.Null(await ActAsync(ActVerb.Release, new ActItem(id)));
        Assert.Equal(DeliveryState.Held, (await Store.FindAsync(id.MessageId, null, None))!.Deliveries[0].Row.State);
        Assert.Equal((1L, null), await Store.VerifyAsync(None));
    }

    [Fact]
    public async Task Should_refuse_a_batch_that_names_the_same_twice()
    {
        await BeginAsync();
        var id = (await AcceptDueAsync("a"))[0];
        await Assert.ThrowsAsync<ArgumentException>(() => ActAsync(ActVerb.Discard, new ActItem(id), new ActItem(id)));
        await Assert.ThrowsAsync<ArgumentException>(() => ActAsync(ActVerb.Replay, new ActItem(id), new ActItem(id with { No = 2 })));
    }

    [Fact]
    public async Task Should_open_what_several_messages_came_in()
    {
        var ids = (await AcceptAsync(Raw(Message("a"), Message("b", 1)), Raw(Message("c")))).Select(r => r.MessageId).ToArray();
        var raws = await Store.RawsAsync([ids[2], ids[1], 99], None);
        Assert.Equal([(ids[1], 1, "raw of a b"), (ids[2], 0, "raw of c")], raws.Select(r => (r.Message.MessageId, r.Message.Ordinal, Encoding.UTF8.GetString(r.SealedRaw.Span))));
    }

    private static NewRecord Work(int version, string state) => new("larvik", "work", "w", version, Noon, "kari", new byte[] { 1 }) { State = state };

    private Task<bool> BeginAsync() => Store.AppendAsync(Work(1, "0"), None);

    private async Task<string?> ProgressAsync() => (await Store.LatestAsync("larvik", "work", "w", None))?.State;

    private Task<IReadOnlyList<Result<IReadOnlyList<DeliveryRow>>>?> ActAsync(ActVerb verb, params ActItem[] items) => Store.ActAsync(
        new ActBatch(verb, items, Act, 1, done => Work(2, $"{done.Count(d => d.IsOk)} of {done.Count}")) { HeldUntil = _ => Noon.AddDays(9) }, None);
}
