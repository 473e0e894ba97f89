using System.Text;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

/// <summary>What message services with receipts need: exchanges, correlations, receipts, waiting answers.</summary>
public abstract class ExchangeContract(Func<Task<TestDatabase>> create) : StoreContract(create)
{
    private static readonly ReceiptProgress Sent = new(1, Resend: true);
    private static readonly ReceiptProgress Acked = new(1, Resend: true, Acknowledged: true);

    [Fact]
    public async Task Should_answer_a_repeat_with_what_was_recorded_first()
    {
        var first = New("m1", due: Noon.AddMinutes(1));
        Assert.Null(await Store.FindExchangeAsync("larvik", "m1", None));
        Assert.True((await Store.RecordExchangeAsync(first, None)).IsNew);
        await Store.AnswerTriedAsync("larvik", "m1", null, None);
        await ReopenAsync();
        var repeat = await Store.RecordExchangeAsync(first with { ReceivedAt = Noon.AddHours(1), AnswerDue = Noon.AddHours(1), SealedAnswer = Bytes("other"), Verdict = "refused" }, None);
        Assert.False(repeat.IsNew);
        Same(first with { AnswerDue = Noon.AddHours(1) }, repeat.Exchange);
        Same(first with { AnswerDue = Noon.AddHours(1) }, (await Store.FindExchangeAsync("larvik", "m1", None))!.Exchange);

        // Another message under the same id does not call the first one's answer; nor does a repeat that is answered at once.
        await Store.AnswerTriedAsync("larvik", "m1", null, None);
        Assert.Null((await Store.RecordExchangeAsync(first with { Fingerprint = Bytes("false") }, None)).Exchange.AnswerDue);
        Assert.Null((await Store.RecordExchangeAsync(first with { AnswerDue = null }, None)).Exchange.AnswerDue);
        Assert.True((await Store.RecordExchangeAsync(first with { Tenant = "skien" }, None)).IsNew);
    }

    [Fact]
    public async Task Should_record_one_of_many_at_once()
    {
        var records = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => Store.RecordExchangeAsync(New("m1") with { Verdict = "v" + i }, None))));
        Assert.Single(records, r => r.IsNew);
        Assert.Single(records.Select(r => r.Exchange.Verdict).Distinct());
    }

    [Fact]
    public async Task Should_give_each_due_answer_to_one_taker()
    {
        foreach (var i in Enumerable.Range(0, 40))
            await Store.RecordExchangeAsync(New($"m{i}", due: Noon.AddSeconds(i)), None);
        await Store.RecordExchangeAsync(New("none"), None);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.TakeAnswersAsync(Noon.AddSeconds(19), Noon.AddMinutes(5), 5, None))));
        var keys = taken.SelectMany(t => t).Select(t => t.Exchange.Key).ToList();
        Assert.Equal(keys.Distinct().Count(), keys.Count);
        for (IReadOnlyList<StoredExchange> more; (more = await Store.TakeAnswersAsync(Noon.AddSeconds(19), Noon.AddMinutes(5), 5, None)).Count > 0;)
            keys.AddRange(more.Select(m => m.Exchange.Key));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"m{i}").Order(), keys.Order());
        await Store.AnswerTriedAsync("larvik", "m0", null, None);
        var again = await Store.TakeAnswersAsync(Noon.AddMinutes(5), Noon.AddMinutes(9), 100, None);
        Assert.Equal(39, again.Count);
        Same(New("m1", due: Noon.AddMinutes(9)), again.Single(a => a.Exchange.Key == "m1").Exchange);
    }

    [Fact]
    public async Task Should_forget_what_is_old_and_answered()
    {
        foreach (var i in Enumerable.Range(0, 1100))
            await Store.RecordExchangeAsync(New($"m{i}") with { ReceivedAt = Noon.AddSeconds(i), SealedMessage = default }, None);
        await Store.RecordExchangeAsync(New("due", due: Noon.AddDays(9)), None);
        Assert.Equal(1050, await Store.ForgetExchangesAsync(Noon.AddSeconds(1050), None));
        Assert.Equal(0, await Store.ForgetExchangesAsync(Noon.AddSeconds(1050), None));
        Assert.Null(await Store.FindExchangeAsync("larvik", "m1049", None));
        Assert.NotNull(await Store.FindExchangeAsync("larvik", "m1050", None));
        Assert.NotNull(await Store.FindExchangeAsync("larvik", "due", None));
    }

    [Fact]
    public async Task Should_find_what_was_sent_by_what_receipts_name_in_its_own_generation()
    {
        await Store.TakeAsync("node-1", [3], None);
        var ids = await AcceptDueAsync("a", "b");
        await Store.CommitAsync([Delivered(ids[0]) with { State = DeliveryState.Pending, Correlations = ["mid-a", "msg-a"], Attempts = 0 }, Delivered(ids[1]) with { Correlations = ["mid-b", "msg-a"] }], None);
        await ReopenAsync();
        foreach (var correlation in new[] { "mid-a", "msg-a" })
        {
            var sent = (await Store.FindSentAsync("larvik", correlation, None))!;
            Assert.Equal((ids[0], true, true), (sent.Row.Id, sent.Current, sent.Row.HasDocument));
            Assert.Equal("document of " + ids[0], Encoding.UTF8.GetString(sent.SealedDocument.Span));
            Assert.Equal("doc-" + ids[0], sent.Document!.DocumentId);
        }

        Assert.Equal(ids[1], (await Store.FindSentAsync("larvik", "mid-b", None))!.Row.Id);
        Assert.Null(await Store.FindSentAsync("skien", "mid-a", None));
        Assert.Null(await Store.FindSentAsync("larvik", "mid", None));

        var act = new OperatorAct("kari", Noon, "again");
        await Store.CommitAsync([Outcome(ids[0], DeliveryState.DeadLettered)], None);
        Assert.Equal(1, (await Store.RemapAsync(ids[0], act, None)).Value.Generation);
        await Store.CommitAsync([Delivered(ids[0]) with { SealedDocument = Bytes("new"), Correlations = ["mid-a2"] }], None);
        var (old, current) = ((await Store.FindSentAsync("larvik", "mid-a", None))!, (await Store.FindSentAsync("larvik", "mid-a2", None))!);
        Assert.Equal((false, "document of " + ids[0]), (old.Current, Encoding.UTF8.GetString(old.SealedDocument.Span)));
        Assert.Equal((true, "new"), (current.Current, Encoding.UTF8.GetString(current.SealedDocument.Span)));
    }

    [Fact]
    public async Task Should_show_what_happened_in_the_order_of_time_also_when_the_receipt_was_written_first()
    {
        await Store.TakeAsync("node-1", [3], None);
        var id = (await AcceptDueAsync("a"))[0];
        await Store.CommitAsync([Delivered(id) with { State = DeliveryState.Pending, Correlations = ["mid"], Attempts = 0, Events = [new(Noon, DeliveryEventKind.Mapped)] }], None);
        var acked = Outcome(id, DeliveryState.AwaitingReceipt) with { Events = [new(Noon.AddSeconds(2), DeliveryEventKind.Receipt)] };
        Assert.Equal([id], await Store.SettleAsync([acked], DeliveryState.Pending, None));
        await Store.CommitAsync([Outcome(id, DeliveryState.AwaitingReceipt) with { Events = [new(Noon.AddSeconds(1), DeliveryEventKind.AwaitingReceipt)] }], None);

        var events = (await Store.FindAsync(id.MessageId, null, None))!.Deliveries[0].Events;
        Assert.Equal([DeliveryEventKind.Mapped, DeliveryEventKind.AwaitingReceipt, DeliveryEventKind.Receipt], events.Select(e => e.Kind));
    }

    [Fact]
    public async Task Should_keep_receipts_from_going_back()
    {
        await Store.TakeAsync("node-1", [3], None);
        var id = (await AcceptDueAsync("a"))[0];
        await Store.CommitAsync([Delivered(id) with { State = DeliveryState.Pending, Correlations = ["mid"], Attempts = 0 }], None);

        // The acknowledgment is faster than the outcome of its send, which then changes nothing.
        var acked = Outcome(id, DeliveryState.AwaitingReceipt) with { Receipts = new ReceiptProgress(0, false, true) };
        Assert.Equal([id], await Store.SettleAsync([acked], DeliveryState.Pending, None));
        await Store.CommitAsync([Outcome(id, DeliveryState.AwaitingReceipt) with { Receipts = Sent, Correlations = ["never"] }], None);
        Assert.Equal(acked.Receipts, (await Store.FindSentAsync("larvik", "mid", None))!.Row.Receipts);
        Assert.Null(await Store.FindSentAsync("larvik", "never", None));

        // A deadline that was decided before the acknowledgment came.
        var late = Outcome(id, DeliveryState.Pending) with { Receipts = Sent, ReceiptsBefore = Sent };
        Assert.Empty(await Store.SettleAsync([late], DeliveryState.AwaitingReceipt, None));
        Assert.Equal([id], await Store.SettleAsync([late with { State = DeliveryState.Delivered, Receipts = Acked, ReceiptsBefore = acked.Receipts }], DeliveryState.AwaitingReceipt, None));
        Assert.Equal(Acked, (await Store.FindSentAsync("larvik", "mid", None))!.Row.Receipts);
        Assert.Equal(ReceiptProgress.None, (await Store.RedeliverAsync(id, new OperatorAct("kari", Noon, "again"), None)).Value.Receipts);
        Assert.Equal(ReceiptProgress.None, Assert.Single(await LoadAsync()).Row.Receipts);
    }

    [Fact]
    public async Task Should_take_only_a_few_remarks()
    {
        var id = (await AcceptDueAsync("a"))[0];
        var remark = new DeliveryEvent(Noon, DeliveryEventKind.Receipt, null, "again");
        var written = 0;
        for (var i = 0; i < 20; i++)
            written += await Store.RemarkAsync(id, remark, 3, None) ? 1 : 0;
        Assert.Equal(3, written);
        Assert.Equal([remark, remark, remark], (await Store.FindAsync(id.MessageId, null, None))!.Deliveries[0].Events);
        Assert.False(await Store.RemarkAsync(new DeliveryId(999, 1), remark, 3, None));
    }

    [Fact]
    public async Task Should_call_an_answer_when_all_others_have_ended()
    {
        await Store.TakeAsync("node-1", [3, 4], None);
        var answer = DeliveryTo("dignio", 4, 99) with { DueAt = Noon.AddHours(2) };
        var ids = (await AcceptAsync(
            Raw(Message("a", 0, "", DeliveryTo(), DeliveryTo(lane: 8), answer)), Raw(Message("b", 0, "", DeliveryTo(), answer)), Raw(Message("c")))).Select(r => r.MessageId).ToArray();
        DeliveryId One(int message, int no) => new(ids[message], (short)no);
        var rows = (await LoadAsync()).Concat(await LoadAsync(partner: "dignio", partition: 4)).Select(i => i.Row).OrderBy(r => r.Id).ToList();
        Assert.Equal([AnswerPart.Awaited, AnswerPart.Awaited, AnswerPart.Answer, AnswerPart.Awaited, AnswerPart.Answer, AnswerPart.None], rows.Select(r => r.Answer));
        Assert.Equal((Noon.AddHours(2), Noon.AddHours(2)), (rows[2].Due, rows[2].AcceptedAt));
        Assert.Equal(Noon, rows[0].Due);

        Assert.Empty(await Store.AnswersDueAsync(ids, [3, 4], Noon, None));
        await Store.CommitAsync([Delivered(One(0, 1)), Outcome(One(0, 2), DeliveryState.AwaitingReceipt), Outcome(One(1, 1), DeliveryState.DeadLettered)], None);
        Assert.Empty(await Store.AnswersDueAsync([ids[0], ids[2], 999], [3, 4], Noon, None));
        Assert.Empty(await Store.AnswersDueAsync(null, [3], Noon, None));
        var due = Assert.Single(await Store.AnswersDueAsync(null, [4], Noon.AddMinutes(1), None));
        Assert.Equal((One(1, 2), Noon.AddMinutes(1), Noon.AddMinutes(1)), (due.Id, due.Due, due.AcceptedAt));
        Assert.Empty(await Store.AnswersDueAsync(ids, [4], Noon.AddMinutes(1), None));
        await Store.SettleAsync([Outcome(One(0, 2), DeliveryState.Delivered)], DeliveryState.AwaitingReceipt, None);
        Assert.Equal(One(0, 3), Assert.Single(await Store.AnswersDueAsync([ids[0]], [3, 4], Noon.AddMinutes(2), None)).Id);
    }

    [Fact]
    public async Task Should_let_an_answer_wait_for_what_a_replay_adds()
    {
        await Store.TakeAsync("node-1", [3, 4], None);
        var id = (await AcceptAsync(Raw(Message("a", 0, "", DeliveryTo(), DeliveryTo("dignio", 4, 99) with { DueAt = Noon.AddHours(2) }))))[0].MessageId;
        var act = new OperatorAct("kari", Noon, "again");
        var added = Assert.Single((await Store.ReplayAsync(id, [ToEpj], [DeliveryTo()], act, None)).Value);
        Assert.Equal(AnswerPart.Awaited, added.Answer);
        await Store.CommitAsync([Delivered(new DeliveryId(id, 1))], None);
        Assert.Empty(await Store.AnswersDueAsync([id], [4], Noon, None));
        await Store.CommitAsync([Delivered(added.Id)], None);
        Assert.Single(await Store.AnswersDueAsync([id], [4], Noon, None));
        var later = (await Store.ReplayAsync(id, [ToEpj], [DeliveryTo() with { DueAt = Noon.AddDays(1) }], act, None)).Value[0];
        Assert.Equal((AnswerPart.Answer, Noon.AddDays(1)), (later.Answer, later.Due));
    }

    private static NewExchange New(string key, DateTimeOffset? due = null) =>
        new("larvik", key, "hospital", Bytes("fingerprint"), Noon, Bytes("message"), Bytes("answer"), due);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static void Same(NewExchange expected, NewExchange found)
    {
        Assert.Equal(expected with { Fingerprint = default, SealedMessage = default, SealedAnswer = default }, found with { Fingerprint = default, SealedMessage = default, SealedAnswer = default });
        Assert.True(expected.Fingerprint.Span.SequenceEqual(found.Fingerprint.Span));
        Assert.True(expected.SealedMessage.Span.SequenceEqual(found.SealedMessage.Span));
        Assert.True(expected.SealedAnswer.Span.SequenceEqual(found.SealedAnswer.Span));
    }
}
