using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

/// <summary>Bodies go when their time is over, and nothing else does.</summary>
public abstract class RetentionContract(Func<Task<TestDatabase>> create) : StoreContract(create)
{
    private static readonly DateTimeOffset Later = Noon.AddDays(90);

    [Fact]
    public async Task Should_delete_bodies_and_keep_timelines()
    {
        await Store.TakeAsync("node", [3], None);
        var id = (await AcceptDueAsync("a"))[0];
        await Store.CommitAsync([Delivered(id)], None);
        var before = (await Store.FindAsync(id.MessageId, null, None))!;
        Assert.NotEmpty((await Store.BodiesAsync(id.MessageId, None))!.Documents);

        var progress = await StepAsync();

        Assert.Equal((id.MessageId, 1), (progress.After, progress.Deleted));
        var bodies = (await Store.BodiesAsync(id.MessageId, None))!;
        Assert.True(bodies.SealedRaw.IsEmpty);
        Assert.All(bodies.Documents.Values, d => Assert.True(d.IsEmpty));
        Assert.Equivalent(before, await Store.FindAsync(id.MessageId, null, None), strict: true);
    }

    [Fact]
    public async Task Should_leave_what_is_younger_and_other_tenants_alone()
    {
        await Store.TakeAsync("node", [3], None);
        await AcceptAsync(Raw(Message("a")), RawOf("skien", Message("b")), Raw(Message("c")) with { ReceivedAt = Noon.AddSeconds(1) });
        await Store.CommitAsync([.. new[] { 1, 2, 3 }.Select(m => Delivered(new DeliveryId(m, 1)))], None);

        var progress = await StepAsync(before: Noon.AddSeconds(1));

        Assert.Equal((1, 1, true, Noon.AddSeconds(1)), (progress.After, progress.Deleted, progress.IsDone, progress.OldestAt!.Value));
        Assert.Equal([true, false, false], await GoneAsync(1, 2, 3));
    }

    [Theory]
    [InlineData(DeliveryState.AwaitingReceipt)]
    [InlineData(DeliveryState.Pending)]
    public async Task Should_wait_for_deliveries_that_have_not_ended(DeliveryState state)
    {
        await Store.TakeAsync("node", [3], None);
        var ids = await AcceptDueAsync("a", "b");
        await Store.CommitAsync([Outcome(ids[0], state), Delivered(ids[1])], None);

        var first = await StepAsync();
        Assert.Equal([ids[0].MessageId], first.Late);
        Assert.Equal((1, ids[1].MessageId), (first.Deleted, first.After));
        Assert.Equal([false, true], await GoneAsync(1, 2));
        var second = await StepAsync(first.After, first.Late);
        Assert.Equal([ids[0].MessageId], second.Late);
        Assert.Equal(0, second.Deleted);

        await Store.SettleAsync([Outcome(ids[0], DeliveryState.DeadLettered)], state, None);
        var third = await StepAsync(second.After, second.Late);
        Assert.Equal((0, 1), (third.Late.Count, third.Deleted));
        Assert.Equal([true, true], await GoneAsync(1, 2));
    }

    [Fact]
    public async Task Should_keep_the_bytes_of_a_batch_until_its_last_message_has_ended()
    {
        await Store.TakeAsync("node", [3], None);
        await AcceptAsync(Raw(Message("a"), Message("b", 1), Message("c", 2)), Raw(Message("d")));
        await Store.CommitAsync([Delivered(new DeliveryId(1, 1)), Delivered(new DeliveryId(2, 1)), Delivered(new DeliveryId(4, 1))], None);

        var first = await StepAsync(limit: 2);
        Assert.Equal((3, 0), (first.After, first.Deleted));
        Assert.Equal([1], first.Late);
        var second = await StepAsync(first.After, first.Late, limit: 2);
        Assert.Equal((4, 1), (second.After, second.Deleted));
        Assert.Equal([false, false, false, true], await GoneAsync(1, 2, 3, 4));

        await Store.CommitAsync([Delivered(new DeliveryId(3, 1))], None);
        Assert.Equal(3, (await StepAsync(second.After, second.Late)).Deleted);
        Assert.Equal([true, true, true, true], await GoneAsync(1, 2, 3, 4));
    }

    [Fact]
    public async Task Should_come_to_an_end_page_by_page()
    {
        await Store.TakeAsync("node", [3], None);
        var ids = await AcceptDueAsync([.. Enumerable.Range(0, 25).Select(i => "m" + i)]);
        await Store.CommitAsync([.. ids.Select(id => Delivered(id))], None);

        var (after, deleted, steps) = (0L, 0, 0);
        while (true)
        {
            var progress = await StepAsync(after, limit: 10);
            (after, deleted, steps) = (progress.After, deleted + progress.Deleted, steps + 1);
            if (progress.IsDone)
                break;
            Assert.InRange(steps, 1, 10);
        }

        Assert.Equal(25, deleted);
        Assert.All(await GoneAsync([.. ids.Select(id => id.MessageId)]), Assert.True);
    }

    [Fact]
    public async Task Should_delete_what_ended_actions_were_about_and_keep_the_actions()
    {
        await ActionAsync("a", Noon, null, parts: 12);
        await ActionAsync("b", Noon, Noon.AddMinutes(5), parts: 1);
        await ActionAsync("c", Later.AddSeconds(1), null, parts: 1);
        await Store.AppendAsync(Part("broken-off/0", Noon), None);
        var before = await Store.EntriesAsync(new AuditFilter(null, Limit: 100), None);

        Assert.Equal(10, await Store.DeleteActionPartsAsync(Later, 10, None));
        Assert.Equal(3, await Store.DeleteActionPartsAsync(Later, 10, None));
        Assert.Equal(0, await Store.DeleteActionPartsAsync(Later, 10, None));

        Assert.Equal(["b/0", "c/0"], await KeysAsync(RecordKinds.ActionPart));
        Assert.Equal(["a", "b", "c"], await KeysAsync(RecordKinds.Action));
        Assert.Equal(before, await Store.EntriesAsync(new AuditFilter(null, Limit: 100), None));
    }

    private async Task ActionAsync(string id, DateTimeOffset at, DateTimeOffset? due, int parts)
    {
        for (var part = 0; part < parts; part++)
            await Store.AppendAsync(Part($"{id}/{part}", at), None);
        await Store.AppendAsync(Part(id, at) with { Kind = RecordKinds.Action, Due = due }, None);
    }

    private static NewRecord Part(string key, DateTimeOffset at) => new("-", RecordKinds.ActionPart, key, 1, at, "kari", new byte[] { 1 });

    private async Task<IEnumerable<string>> KeysAsync(string kind) => (await Store.FindAsync(new RecordFilter("-", kind) { LastKeyFirst = true }, None)).Select(r => r.Key).Order(StringComparer.Ordinal);

    private Task<RetentionProgress> StepAsync(long after = 0, IReadOnlyList<long>? late = null, DateTimeOffset? before = null, int limit = 100) =>
        Store.DeleteBodiesAsync(new RetentionStep("larvik", before ?? Later, after, late ?? [], limit), None);

    private async Task<IReadOnlyList<bool>> GoneAsync(params long[] messages)
    {
        var gone = new List<bool>();
        foreach (var message in messages)
            gone.Add((await Store.BodiesAsync(message, None))!.SealedRaw.IsEmpty);
        return gone;
    }
}
