using System.Text;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

public abstract class DeliveryContract(Func<Task<TestDatabase>> create) : StoreContract(create)
{
    [Fact]
    public async Task Should_write_outcomes_and_never_load_what_is_finished()
    {
        await TakeAsync(3);
        var ids = await AcceptDueAsync("a", "b", "c");
        Assert.Empty(await Store.CommitAsync([Delivered(ids[0]), Outcome(ids[1], DeliveryState.DeadLettered) with { ErrorCode = "HUB-SEND-005" }], None));
        await ReopenAsync();

        Assert.Equal(ids[2], Assert.Single(await LoadAsync()).Row.Id);
        Assert.Equal(new Ledger(3, 1, 1, 1, 3, 0), await Store.LedgerAsync(null, None));
        var view = (await Store.FindAsync(ids[0].MessageId, null, None))!.Deliveries[0];
        Assert.Equal((DeliveryState.Delivered, "Observation/1", 1, true), (view.Row.State, view.Receipt, view.Row.Attempts, view.Row.HasDocument));
        Assert.Equal(new DocumentHead("fhir.observation", "application/fhir+json", "doc-" + ids[0]), view.Document);
        Assert.Equal(new DeliveryEvent(Noon, DeliveryEventKind.Delivered, DurationMs: 12), Assert.Single(view.Events));
        Assert.Equal("document of " + ids[0], Encoding.UTF8.GetString((await Store.BodiesAsync(ids[0].MessageId, None))!.Documents[ids[0]].Span));
        Assert.Equal("HUB-SEND-005", (await Store.FindAsync(ids[1].MessageId, null, None))!.Deliveries[0].ErrorCode);
    }

    [Fact]
    public async Task Should_keep_the_first_document_for_every_later_try()
    {
        await TakeAsync(3);
        var id = (await AcceptDueAsync("a"))[0];
        await Store.CommitAsync([Delivered(id) with { State = DeliveryState.Pending, ErrorCode = "HUB-SEND-001", Events = [new DeliveryEvent(Noon, DeliveryEventKind.AttemptFailed, "HUB-SEND-001", "503 \0 \"quoted\"\n")] }], None);
        await Store.CommitAsync([Delivered(id) with { State = DeliveryState.Pending, SealedDocument = new byte[] { 1 }, Attempts = 2 }], None);

        var item = Assert.Single(await LoadAsync());
        Assert.Equal("document of " + id, Encoding.UTF8.GetString(item.SealedDocument.Span));
        Assert.True(item.SealedRaw.IsEmpty);
        Assert.Equal("doc-" + id, item.Document!.DocumentId);
        Assert.Equal((DeliveryState.Pending, 2, Noon.AddMinutes(1), true), (item.Row.State, item.Row.Attempts, item.Row.Due, item.Row.HasDocument));
        var events = (await Store.FindAsync(id.MessageId, null, None))!.Deliveries[0].Events;
        Assert.Equal([DeliveryEventKind.AttemptFailed, DeliveryEventKind.Delivered], events.Select(e => e.Kind));
        Assert.Equal("503 \0 \"quoted\"\n", events[0].Detail);
    }

    [Fact]
    public async Task Should_refuse_a_stale_partition_wholly_and_write_the_others()
    {
        Assert.Equal(new Dictionary<int, long> { [3] = 1, [4] = 1 }, await TakeAsync(3, 4));
        var ids = (await AcceptAsync([.. Enumerable.Range(0, 4).Select(i => Raw(Message("m" + i, 0, "", DeliveryTo(partition: 3 + (i % 2)))))]))
            .Select(r => new DeliveryId(r.MessageId, 1)).ToArray();
        Assert.Equal(2, (await TakeAsync(3))[3]);

        var stale = await Store.CommitAsync([Delivered(ids[0]), Delivered(ids[1], partition: 4), Delivered(ids[2]), Delivered(ids[3], partition: 4)], None);
        Assert.Equal([3], stale);
        Assert.Equal(2, (await Store.LedgerAsync(null, None)).Delivered);

        // One group that speaks with both epochs is as stale as its older half.
        Assert.Equal([3], await Store.CommitAsync([Delivered(ids[0], 1), Delivered(ids[2], 2)], None));
        Assert.Equal(2, (await Store.LedgerAsync(null, None)).Delivered);
        Assert.Empty(await Store.CommitAsync([Delivered(ids[0], 2), Delivered(ids[2], 2)], None));
        Assert.Equal(4, (await Store.LedgerAsync(null, None)).Delivered);
    }

    [Fact]
    public async Task Should_refuse_a_partition_that_nobody_took_or_that_does_not_exist()
    {
        var id = (await AcceptDueAsync("a"))[0];
        Assert.Equal([3, 99], (await Store.CommitAsync([Delivered(id), Delivered(id, partition: 99)], None)).Order());
        Assert.Single(await LoadAsync());
    }

    [Fact]
    public async Task Should_fence_a_commit_that_races_with_a_taking()
    {
        await TakeAsync(3);
        var ids = await AcceptDueAsync([.. Enumerable.Range(0, 200).Select(i => "r" + i)]);
        var commits = Task.WhenAll(ids.Chunk(10).Select(c => Task.Run(() => Store.CommitAsync([.. c.Select(i => Delivered(i))], None))));
        await TakeAsync(3);
        var seen = (await Store.LedgerAsync(null, None)).Delivered;
        await commits;

        // Whatever was not visible when the new owner had its epoch was refused.
        Assert.Equal(seen, (await Store.LedgerAsync(null, None)).Delivered);
        Assert.Equal(seen, 10 * (await commits).Count(s => s.Count == 0));
    }

    [Fact]
    public async Task Should_ignore_outcomes_of_rows_that_an_operator_finished()
    {
        await TakeAsync(3);
        var ids = await AcceptDueAsync("a", "b");
        Assert.True((await Store.DiscardAsync(ids[0], new OperatorAct("kari", Noon, "sent by phone"), None)).IsOk);
        Assert.Empty(await Store.CommitAsync([Delivered(ids[0]), Delivered(ids[1])], None));
        var view = (await Store.FindAsync(ids[0].MessageId, null, None))!.Deliveries[0];
        Assert.Equal((DeliveryState.Discarded, false), (view.Row.State, view.Row.HasDocument));
        Assert.Equal([DeliveryEventKind.Operator, DeliveryEventKind.Delivered], view.Events.Select(e => e.Kind));
        Assert.Null(view.Document);
        Assert.Equal(new Ledger(2, 1, 1, 0, 2, 0), await Store.LedgerAsync(null, None));
    }

    [Fact]
    public async Task Should_load_pages_in_order_of_one_destination_or_lane()
    {
        await AcceptAsync(Raw(Message("x", 0, "", DeliveryTo("other"), DeliveryTo(lane: 1), DeliveryTo(partition: 5))));
        await AcceptAsync([.. Enumerable.Range(0, 50).Select(i => Raw(Message("p" + i, 0, "", DeliveryTo(lane: i % 5))))]);
        await AcceptAsync(RawOf("skien", Message("q")));

        var all = await LoadAsync(1000);
        Assert.Equal(51, all.Count);
        Assert.Equal(all.Select(i => i.Row.Id).Order(), all.Select(i => i.Row.Id));
        var page = await LoadAsync(10, all[19].Row.Id);
        Assert.Equal(all.Skip(20).Take(10).Select(i => i.Row.Id), page.Select(i => i.Row.Id));
        var lane = await LoadAsync(1000, lane: 1);
        Assert.Equal(11, lane.Count);
        Assert.All(lane, i => Assert.Equal(1, i.Row.Lane));
        Assert.Equal(2, all[0].Row.Id.No);
    }

    [Fact]
    public async Task Should_leave_lanes_out()
    {
        await AcceptAsync([.. Enumerable.Range(0, 20).Select(i => Raw(Message("p" + i, 0, "", DeliveryTo(lane: (i % 5) - 2))))]);
        var left = await Store.LoadAsync(new WorkQuery(3, "larvik", "epj", default, 100) { Except = [-2, 1, 77] }, None);
        Assert.Equal([-1L, 0L, 2L], left.Select(i => i.Row.Lane).Distinct().Order());
        Assert.Equal(12, left.Count);
    }

    [Fact]
    public async Task Should_list_destinations_with_pending_work()
    {
        await TakeAsync(3, 4, 5);
        var ids = await AcceptDueAsync("a", "b", "c");
        await AcceptAsync(Raw(Message("d", 0, "", DeliveryTo("other", 4))), RawOf("skien", Message("e", 0, "", DeliveryTo("gone", 5))));

        var backlog = await Store.BacklogAsync([3, 4], None);
        Assert.Equal(["epj", "other"], backlog.OrderBy(b => b.Partition).Select(b => b.Partner));
        Assert.Equal(new DestinationBacklog(3, "larvik", "epj", ids[0], ids[2]), backlog.Single(b => b.Partition == 3));
        Assert.Equal("gone", Assert.Single(await Store.BacklogAsync([5, 6], None)).Partner);
        await Store.CommitAsync([Delivered(ids[0]), Outcome(ids[2], DeliveryState.AwaitingReceipt)], None);
        Assert.Equal(new DestinationBacklog(3, "larvik", "epj", ids[1], ids[1]), Assert.Single(await Store.BacklogAsync([3], None)));
        await Store.CommitAsync([Outcome(ids[1], DeliveryState.DeadLettered)], None);
        Assert.Empty(await Store.BacklogAsync([3], None));
    }

    [Fact]
    public async Task Should_settle_receipts_once_and_find_those_overdue()
    {
        await TakeAsync(3);
        var ids = await AcceptDueAsync("a", "b", "c");
        await Store.CommitAsync([.. ids.Select((id, i) => Delivered(id) with { State = DeliveryState.AwaitingReceipt, Due = Noon.AddMinutes(10 - i), Receipt = "ack" })], None);
        Assert.Empty(await LoadAsync());
        Assert.Equal(new Ledger(3, 0, 0, 3, 3, 0), await Store.LedgerAsync(null, None));
        Assert.Equal([ids[2], ids[1]], (await Store.OverdueAsync([3, 9], Noon.AddMinutes(9), 10, None)).Select(r => r.Id));
        Assert.Equal(ids[2], Assert.Single(await Store.OverdueAsync([3], Noon.AddMinutes(9), 1, None)).Id);
        Assert.Empty(await Store.OverdueAsync([4], Noon.AddMinutes(9), 10, None));

        var receipt = Outcome(ids[0], DeliveryState.Delivered, epoch: 99) with { Partition = 0 };
        Assert.Equal([ids[0]], await Store.SettleAsync([receipt], DeliveryState.AwaitingReceipt, None));
        Assert.Empty(await Store.SettleAsync([receipt with { State = DeliveryState.DeadLettered }], DeliveryState.AwaitingReceipt, None));
        var view = (await Store.FindAsync(ids[0].MessageId, null, None))!.Deliveries[0];
        Assert.Equal((DeliveryState.Delivered, "ack", 2), (view.Row.State, view.Receipt, view.Events.Count));
        Assert.Equal([ids[1]], await Store.SettleAsync([Outcome(ids[1], DeliveryState.Pending)], DeliveryState.AwaitingReceipt, None));
        Assert.Equal("document of " + ids[1], Encoding.UTF8.GetString(Assert.Single(await LoadAsync()).SealedDocument.Span));
    }

    [Fact]
    public async Task Should_tell_lanes_with_dead_letters_of_parking_routes()
    {
        await TakeAsync(3);
        var ids = (await AcceptAsync([.. Enumerable.Range(0, 6).Select(i => Raw(Message("m" + i, 0, "", DeliveryTo(lane: i % 3))))])).Select(r => new DeliveryId(r.MessageId, 1)).ToArray();
        await Store.CommitAsync([.. new[] { 1, 2, 4, 5 }.Select(i => Outcome(ids[i], DeliveryState.DeadLettered))], None);
        await Store.DiscardAsync(ids[2], new OperatorAct("kari", Noon, "wrong patient"), None);
        Assert.Equal(
            new Dictionary<long, DeliveryId> { [1] = ids[1], [2] = ids[5] }, await Store.DeadLanesAsync(3, "larvik", "epj", ["to-epj", "none"], None));
        Assert.Empty(await Store.DeadLanesAsync(3, "larvik", "epj", ["none"], None));
        Assert.Empty(await Store.DeadLanesAsync(3, "skien", "epj", ["to-epj"], None));
    }

    [Fact]
    public async Task Should_tell_owners_and_the_latest_message()
    {
        Assert.Empty(await Store.OwnersAsync(None));
        Assert.Equal(0, await Store.LatestMessageAsync(None));
        await TakeAsync(3, 1);
        await Store.TakeAsync("node-2", [3], None);
        Assert.Equal([new PartitionOwner(1, "node-1", 1), new PartitionOwner(3, "node-2", 2)], await Store.OwnersAsync(None));
        Assert.Equal((await AcceptDueAsync("a", "b"))[1].MessageId, await Store.LatestMessageAsync(None));
    }

    private Task<IReadOnlyDictionary<int, long>> TakeAsync(params int[] partitions) => Store.TakeAsync("node-1", partitions, None);
}
