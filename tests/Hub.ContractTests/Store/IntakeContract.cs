using System.Text;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

public abstract class IntakeContract(Func<Task<TestDatabase>> create) : StoreContract(create)
{
    [Fact]
    public async Task Should_number_messages_in_the_order_of_the_group()
    {
        var replies = await AcceptAsync([.. Enumerable.Range(0, 300).Select(i => Raw(Message("m" + i)))]);
        Assert.All(replies, r => Assert.Equal(IntakeStatus.Accepted, r.Status));
        Assert.Equal(replies.Select(r => r.MessageId).Order(), replies.Select(r => r.MessageId));
        var later = await AcceptAsync(Raw(Message("later")));
        Assert.True(later[0].MessageId > replies[^1].MessageId);
        Assert.Equal(replies.Count + 1, (await LoadAsync(1000)).Count);
    }

    [Fact]
    public async Task Should_store_what_was_given()
    {
        var message = Message("m1", 4) with { Notes = [new TimelineNote("repair", "a.b", "empty string taken out")], Correlation = "c-1" };
        var id = (await AcceptAsync(Raw(message)))[0].MessageId;
        await ReopenAsync();

        var item = Assert.Single(await LoadAsync());
        Assert.Equal(new DeliveryId(id, 1), item.Row.Id);
        Assert.Equal(("larvik", "epj", "to-epj", "fhir.observation"), (item.Row.Tenant, item.Row.Partner, item.Row.Route, item.Row.Mapping));
        Assert.Equal((3, 7L, DeliveryState.Pending, 0, 0, false, 1), (item.Row.Partition, item.Row.Lane, item.Row.State, item.Row.Attempts, item.Row.Generation, item.Row.HasDocument, item.Row.Snapshot));
        Assert.Equal((Noon, Noon), (item.Row.Due, item.Row.AcceptedAt));
        Assert.Equal(new StoredMessage(id, id, 4, "larvik", "dignio", "application/json", Noon) { PatientKey = message.PatientKey }, item.Message);
        Assert.Equal("raw of m1", Encoding.UTF8.GetString(item.SealedRaw.Span));
        Assert.True(item.SealedDocument.IsEmpty);
        Assert.Null(item.Document);

        var view = (await Store.FindAsync(id, "larvik", None))!;
        Assert.Equal(message.Notes, view.Notes);
        Assert.Equal(("c-1", "heart-rate", "m1", Noon.AddMinutes(-5)), (view.Correlation, view.Category, view.SourceId, view.OccurredAt));
        Assert.Equal(new StoredDecision("to-epj", "epj", ToEpj.Verdict), Assert.Single(view.Decisions));
    }

    [Fact]
    public async Task Should_answer_repeats_and_conflicts_with_the_first_number()
    {
        var first = (await AcceptAsync(Raw(Message("m1"))))[0];
        Assert.Equal(new IntakeReply(first.MessageId, IntakeStatus.Repeated), (await AcceptAsync(Raw(Message("m1"))))[0]);
        Assert.Equal(new IntakeReply(first.MessageId, IntakeStatus.Conflict), (await AcceptAsync(Raw(Message("m1", content: "other"))))[0]);
        Assert.Equal(new Ledger(1, 0, 0, 1, 1, 0), await Store.LedgerAsync(null, None));
    }

    [Fact]
    public async Task Should_store_a_message_whole_or_not_at_all_where_it_asks_for_it()
    {
        var first = (await AcceptAsync(Raw(Message("m1"), Message("m2", 1)) with { AllOrNone = true }))[0].MessageId;
        var mixed = await AcceptAsync(Raw(Message("m3"), Message("m1", 1, "other"), Message("m2", 2)) with { AllOrNone = true }, Raw(Message("m4")));
        var twins = await AcceptAsync(Raw(Message("m5"), Message("m5", 1, "other")) with { AllOrNone = true });
        var later = await AcceptAsync(Raw(Message("m6")), Raw(Message("m6", 0, "other"), Message("m7", 1)) with { AllOrNone = true });
        var again = await AcceptAsync(Raw(Message("m1"), Message("m3", 1)) with { AllOrNone = true });

        Assert.Equal([IntakeStatus.Held, IntakeStatus.Conflict, IntakeStatus.Repeated, IntakeStatus.Accepted], mixed.Select(r => r.Status));
        Assert.Equal([0, first], mixed.Take(2).Select(r => r.MessageId));
        Assert.Equal([IntakeStatus.Held, IntakeStatus.Held], twins.Select(r => r.Status));
        Assert.Equal([IntakeStatus.Accepted, IntakeStatus.Conflict, IntakeStatus.Held], later.Select(r => r.Status));
        Assert.Equal([IntakeStatus.Repeated, IntakeStatus.Accepted], again.Select(r => r.Status));
        Assert.Equal(5, (await LoadAsync()).Count);
    }

    [Fact]
    public async Task Should_answer_repeats_within_a_group()
    {
        var replies = await AcceptAsync(Raw(Message("m1")), Raw(Message("m1")), Raw(Message("m1", content: "other"), Message("m2", 1)));
        Assert.Equal([IntakeStatus.Accepted, IntakeStatus.Repeated, IntakeStatus.Conflict, IntakeStatus.Accepted], replies.Select(r => r.Status));
        Assert.All(replies.Take(3), r => Assert.Equal(replies[0].MessageId, r.MessageId));

        // The first new message of the last raw is its second event: the bytes lie there.
        var item = (await LoadAsync()).Single(i => i.Row.Id.MessageId == replies[3].MessageId);
        Assert.Equal((replies[3].MessageId, 1), (item.Message.RawId, item.Message.Ordinal));
        Assert.Equal("raw of m1 m2", Encoding.UTF8.GetString(item.SealedRaw.Span));
    }

    [Fact]
    public async Task Should_keep_the_bytes_of_a_batch_once_even_when_its_first_message_is_a_repeat()
    {
        await AcceptAsync(Raw(Message("b1")));
        var replies = await AcceptAsync(Raw(Message("b1"), Message("b2", 1), Message("b3", 2)));
        var items = (await LoadAsync()).Skip(1).ToList();
        Assert.Equal(2, items.Count);
        Assert.All(items, i => Assert.Equal(replies[1].MessageId, i.Message.RawId));
        Assert.All(items, i => Assert.Equal("raw of b1 b2 b3", Encoding.UTF8.GetString(i.SealedRaw.Span)));
        Assert.Equal("raw of b1 b2 b3", Encoding.UTF8.GetString((await Store.BodiesAsync(replies[2].MessageId, None))!.SealedRaw.Span));
    }

    [Fact]
    public async Task Should_store_an_unrouted_message_as_dead_letter_or_without_delivery()
    {
        var replies = await AcceptAsync(Raw(Message("d1", deliveries: DeliveryTo(dead: "HUB-ROUTE-001"))), Raw(Message("d2") with { Deliveries = [] }));
        Assert.Empty(await LoadAsync());
        Assert.Equal(new Ledger(1, 0, 1, 0, 2, 1), await Store.LedgerAsync("larvik", None));
        var view = (await Store.FindAsync(replies[0].MessageId, null, None))!;
        Assert.Equal((DeliveryState.DeadLettered, "HUB-ROUTE-001"), (view.Deliveries[0].Row.State, view.Deliveries[0].ErrorCode));
    }

    [Fact]
    public async Task Should_give_each_event_one_number_when_groups_with_the_same_events_run_at_once()
    {
        var groups = Enumerable.Range(0, 8).Select(g =>
        {
            var random = new Random(g);
            return Enumerable.Range(0, 200).Select(_ => Raw(Message("s" + random.Next(300)), Message("t" + random.Next(300), 1))).ToArray();
        }).ToList();
        var answers = await Task.WhenAll(groups.Select(g => Task.Run(() => AcceptAsync(g))));

        var numbers = groups.Zip(answers)
            .SelectMany(p => p.First.SelectMany(r => r.Messages).Zip(p.Second))
            .GroupBy(p => p.First.SourceId)
            .ToDictionary(g => g.Key, g => g.Select(p => p.Second).ToList());
        Assert.All(numbers.Values, n => Assert.Single(n.Select(r => r.MessageId).Distinct()));
        Assert.All(numbers.Values, n => Assert.Single(n, r => r.Status == IntakeStatus.Accepted));
        Assert.Equal(numbers.Count, (await Store.LedgerAsync(null, None)).Messages);
        var items = await LoadAsync(1000);
        Assert.Equal(numbers.Count, items.Count);
        Assert.All(items, i => Assert.False(i.SealedRaw.IsEmpty));
    }

    [Fact]
    public async Task Should_show_numbers_in_their_order_over_all_writers()
    {
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
                await AcceptAsync([.. Enumerable.Range(0, 20).Select(n => Raw(Message($"{w}-{i}-{n}")))]);
        })));
        var (cursor, seen) = (default(DeliveryId), 0);
        while (seen < 2000)
        {
            Assert.False(writing.IsFaulted);
            foreach (var item in await LoadAsync(5000, cursor))
                (cursor, seen) = (item.Row.Id, seen + 1);
            if (writing.IsCompleted && seen < 2000)
                Assert.NotEmpty(await LoadAsync(1, cursor));
        }

        await writing;
        Assert.Equal(2000, seen);
    }

    [Fact]
    public async Task Should_take_hostile_text_and_show_what_the_databases_cannot_hold_as_replacement()
    {
        var text = "'; drop table message; -- \" \\ \0 \U0001F9E1 \ud800 å";
        var id = new string('x', 180) + text[..20];
        var message = Message(id) with { SourceId = id, Category = text, Correlation = text, Notes = [new TimelineNote("repair", text, text)] };
        var reply = (await AcceptAsync(Raw(message) with { MediaType = text }))[0];
        Assert.Equal(IntakeStatus.Accepted, reply.Status);
        await AcceptAsync(Raw(Message("n" + text) with { Deliveries = [DeliveryTo(dead: "HUB-X-001")] }));

        var view = (await Store.FindAsync(reply.MessageId, "larvik", None))!;
        var shown = text.Replace('\0', '\ufffd').Replace('\ud800', '\ufffd');
        Assert.Equal((id, shown, shown, shown), (view.SourceId, view.Category, view.Correlation, view.Message.MediaType));
        Assert.Equal(shown, view.Notes[0].Text.Replace('\0', '\ufffd'));
        Assert.Equal(2, (await Store.LedgerAsync(null, None)).Messages);
        Assert.Null(await Store.FindAsync(reply.MessageId, text, None));
        Assert.Empty(await Store.ListAsync(new MessageFilter(text), None));
    }

    [Fact]
    public async Task Should_take_a_group_of_large_bodies()
    {
        var body = new byte[20 << 20];
        body[^1] = 1;
        var replies = await AcceptAsync([.. Enumerable.Range(0, 4).Select(i => Raw(Message("L" + i), Message("l" + i, 1)) with { SealedBody = body })]);
        Assert.Equal(8, replies.Select(r => r.MessageId).Distinct().Count());
        Assert.Equal(replies.Select(r => r.MessageId).Order(), replies.Select(r => r.MessageId));
        Assert.All(replies.Where((_, i) => i % 2 == 1), r => Assert.Equal(IntakeStatus.Accepted, r.Status));
        Assert.True((await Store.BodiesAsync(replies[^1].MessageId, None))!.SealedRaw.Span.SequenceEqual(body));
    }
}
