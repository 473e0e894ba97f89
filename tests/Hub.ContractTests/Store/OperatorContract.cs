using System.Text;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Routing;
using Hub.Core.Storage;
using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

public abstract class OperatorContract(Func<Task<TestDatabase>> create) : StoreContract(create)
{
    private static readonly OperatorAct Act = new("kari", Noon.AddDays(5), "fixed at the journal");

    [Fact]
    public async Task Should_redeliver_the_same_document_under_the_same_generation()
    {
        var id = await DeadLetterAsync("a");
        var row = (await Store.RedeliverAsync(id, Act, None)).Value;
        Assert.Equal((DeliveryState.Pending, 0, 0, true), (row.State, row.Attempts, row.Generation, row.HasDocument));
        Assert.Equal((Act.At, Act.At), (row.Due, row.AcceptedAt));

        var item = Assert.Single(await LoadAsync());
        Assert.Equal(row, item.Row);
        Assert.Equal("document of " + id, Encoding.UTF8.GetString(item.SealedDocument.Span));
        Assert.Equal(Noon, item.Message.AcceptedAt);
        var view = (await Store.FindAsync(id.MessageId, null, None))!.Deliveries[0];
        Assert.Null(view.ErrorCode);
        Assert.Equal((DeliveryEventKind.Operator, "redeliver by kari: fixed at the journal"), (view.Events[^1].Kind, view.Events[^1].Detail));
        Assert.Equal((1L, null), await Store.VerifyAsync(None));
    }

    [Fact]
    public async Task Should_remap_under_a_new_generation_without_document()
    {
        var id = await DeadLetterAsync("a");
        var row = (await Store.RemapAsync(id, Act, None)).Value;
        Assert.Equal((DeliveryState.Pending, 1, false), (row.State, row.Generation, row.HasDocument));
        var item = Assert.Single(await LoadAsync());
        Assert.Equal("raw of a", Encoding.UTF8.GetString(item.SealedRaw.Span));
        Assert.True(item.SealedDocument.IsEmpty);
        Assert.Empty((await Store.BodiesAsync(id.MessageId, None))!.Documents);

        await Store.CommitAsync([Delivered(id) with { SealedDocument = "new"u8.ToArray() }], None);
        Assert.Equal("new", Encoding.UTF8.GetString((await Store.BodiesAsync(id.MessageId, None))!.Documents[id].Span));
    }

    [Fact]
    public async Task Should_refuse_acts_that_do_not_fit_the_state()
    {
        await Store.TakeAsync("n", [3], None);
        var ids = await AcceptDueAsync("pending", "delivered", "discarded", "awaiting");
        await Store.CommitAsync([Delivered(ids[1]), Outcome(ids[3], DeliveryState.AwaitingReceipt)], None);
        Assert.True((await Store.DiscardAsync(ids[2], Act, None)).IsOk);

        AssertRefused(OperatorErrors.UnderWay, await Store.RedeliverAsync(ids[0], Act, None));
        AssertRefused(OperatorErrors.UnderWay, await Store.RemapAsync(ids[3], Act, None));
        AssertRefused(OperatorErrors.Arrived, await Store.RemapAsync(ids[1], Act, None));
        AssertRefused(OperatorErrors.Arrived, await Store.DiscardAsync(ids[1], Act, None));
        AssertRefused(OperatorErrors.Discarded, await Store.DiscardAsync(ids[2], Act, None));
        AssertRefused(OperatorErrors.NotFound, await Store.RedeliverAsync(new DeliveryId(ids[0].MessageId, 2), Act, None));
        Assert.True((await Store.RedeliverAsync(ids[1], Act, None)).IsOk);
        Assert.Equal((2L, null), await Store.VerifyAsync(None));
    }

    [Fact]
    public async Task Should_add_deliveries_by_replay()
    {
        var id = await DeadLetterAsync("a");
        var decisions = new[] { ToEpj, ToEpj with { Verdict = RouteVerdict.NoConsent } };
        var rows = (await Store.ReplayAsync(id.MessageId, decisions, [DeliveryTo(), DeliveryTo("other", 5, dead: "HUB-X-001")], Act, None)).Value;
        Assert.Equal([new DeliveryId(id.MessageId, 2), new DeliveryId(id.MessageId, 3)], rows.Select(r => r.Id));
        Assert.Equal([DeliveryState.Pending, DeliveryState.DeadLettered], rows.Select(r => r.State));
        Assert.Equal(rows[0], Assert.Single(await LoadAsync()).Row);
        var view = (await Store.FindAsync(id.MessageId, "larvik", None))!;
        Assert.Equal([RouteVerdict.Deliver, RouteVerdict.NoConsent], view.Decisions.Select(d => d.Verdict));
        Assert.Equal(3, view.Deliveries.Count);
        Assert.Equal(new Ledger(3, 0, 2, 1, 1, 0), await Store.LedgerAsync(null, None));
        AssertRefused(OperatorErrors.NotFound, await Store.ReplayAsync(id.MessageId + 1, decisions, [DeliveryTo()], Act, None));
    }

    [Fact]
    public async Task Should_act_once_when_two_operators_do_the_same_at_once()
    {
        var id = await DeadLetterAsync("a");
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Store.RemapAsync(id, Act, None))));
        Assert.Single(results, r => r.IsOk);
        Assert.Equal((1L, null), await Store.VerifyAsync(None));
        Assert.Equal(1, Assert.Single(await LoadAsync()).Row.Generation);
    }

    [Fact]
    public async Task Should_list_pages_by_any_filter_and_never_another_tenants()
    {
        await Store.TakeAsync("n", [3], None);
        var ids = await AcceptDueAsync([.. Enumerable.Range(0, 30).Select(i => (i % 3) + "-" + i)]);
        var other = (await AcceptAsync(RawOf("skien", Message("0-skien", 0, "", DeliveryTo("epj"), DeliveryTo("gp")))))[0].MessageId;
        await Store.CommitAsync([.. ids.Take(10).Select(i => Outcome(i, DeliveryState.DeadLettered)), .. ids.Skip(10).Take(5).Select(i => Delivered(i))], None);

        Assert.Equal([other, .. ids.Reverse().Select(i => i.MessageId)], await AllAsync(new MessageFilter(null, Limit: 7)));
        Assert.Equal(ids.Reverse().Select(i => i.MessageId), await AllAsync(new MessageFilter("larvik", Limit: 7)));
        Assert.Equal(ids.Take(10).Reverse().Select(i => i.MessageId), await AllAsync(new MessageFilter("larvik", Limit: 3, State: DeliveryState.DeadLettered)));
        Assert.Equal(ids.Skip(10).Take(5).Reverse().Select(i => i.MessageId), await AllAsync(new MessageFilter(null, Limit: 2, State: DeliveryState.Delivered, Partner: "epj")));
        Assert.Equal([other], await AllAsync(new MessageFilter(null, Partner: "gp")));
        Assert.Equal([other], await AllAsync(new MessageFilter("skien", Limit: 1, State: DeliveryState.Pending)));
        Assert.Empty(await AllAsync(new MessageFilter("skien", State: DeliveryState.DeadLettered)));
        Assert.Empty(await AllAsync(new MessageFilter("larvik", SourceKey: Key("source 0-skien"))));
        Assert.Equal([ids[4].MessageId], await AllAsync(new MessageFilter("larvik", SourceKey: Key("source 1-4"))));
        Assert.Equal(10, (await AllAsync(new MessageFilter("larvik", Limit: 4, PatientKey: Key("patient 0")))).Count);
        Assert.Equal(4, (await AllAsync(new MessageFilter("larvik", Limit: 3, PatientKey: Key("patient 0"), State: DeliveryState.DeadLettered))).Count);
        Assert.Null(await Store.FindAsync(other, "larvik", None));
        Assert.NotNull(await Store.FindAsync(other, "skien", None));
        Assert.Equal(new Ledger(2, 0, 0, 2, 1, 0), await Store.LedgerAsync("skien", None));
    }

    [Fact]
    public async Task Should_list_what_a_partner_sent_or_is_delivered_to_it()
    {
        var sent = (await AcceptAsync(RawOf("larvik", Message("party-1", 0, "", DeliveryTo("epj")))))[0].MessageId;
        var gp = (await AcceptAsync(RawOf("larvik", Message("party-2", 0, "", DeliveryTo("epj"), DeliveryTo("gp")))))[0].MessageId;
        var source = (await Store.FindAsync(sent, null, None))!.Message.Source;

        Assert.Equal([gp], await AllAsync(new MessageFilter("larvik") { Party = "gp" }));
        Assert.Equal([gp, sent], await AllAsync(new MessageFilter("larvik", Limit: 1) { Party = source }));
        Assert.Empty(await AllAsync(new MessageFilter("skien") { Party = source }));
        Assert.Empty(await AllAsync(new MessageFilter("larvik") { Party = "nobody" }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Should_balance_the_ledger_whatever_happens(int seed)
    {
        var random = new Random(seed);
        var all = new List<DeliveryId>();
        for (var step = 0; step < 60; step++)
        {
            var epoch = (await Store.TakeAsync("n", [3], None))[3];
            var group = Enumerable.Range(0, random.Next(1, 8)).Select(_ => Raw(Message("s" + random.Next(80), 0, random.Next(9) == 0 ? "x" : "", [.. Enumerable.Repeat(DeliveryTo(dead: random.Next(5) == 0 ? "HUB-X-001" : null), 1 + random.Next(2))]))).ToArray();
            var replies = await AcceptAsync(group);
            all.AddRange(replies.Zip(group).Where(p => p.First.Status == IntakeStatus.Accepted)
                .SelectMany(p => p.Second.Messages[0].Deliveries.Select((_, i) => new DeliveryId(p.First.MessageId, (short)(i + 1)))));
            if (all.Count == 0)
                continue;
            var some = Enumerable.Range(0, random.Next(6)).Select(_ => all[random.Next(all.Count)]).Distinct().ToList();
            await Store.CommitAsync([.. some.Select(i => Outcome(i, (DeliveryState)random.Next(1, 5), epoch - random.Next(2)))], None);
            var chosen = all[random.Next(all.Count)];
            _ = random.Next(4) switch
            {
                0 => await Store.RedeliverAsync(chosen, Act, None),
                1 => await Store.RemapAsync(chosen, Act, None),
                2 => await Store.DiscardAsync(chosen, Act, None),
                _ => default,
            };
            await Store.SettleAsync([Outcome(chosen, DeliveryState.Delivered)], DeliveryState.AwaitingReceipt, None);

            var ledger = await Store.LedgerAsync("larvik", None);
            Assert.True(ledger.Balances, ledger.ToString());
            Assert.Equal((all.Count, all.Select(i => i.MessageId).Distinct().Count()), (ledger.Accepted, ledger.Messages));
        }

        Assert.Null((await Store.VerifyAsync(None)).FirstBroken);
    }

    private async Task<List<long>> AllAsync(MessageFilter filter)
    {
        var all = new List<long>();
        while (true)
        {
            var page = await Store.ListAsync(filter with { Before = all.Count == 0 ? null : all[^1] }, None);
            Assert.True(page.Count <= filter.Limit);
            Assert.All(page, v => Assert.True(filter.Tenant is null || v.Message.Tenant == filter.Tenant));
            if (page.Count == 0)
                return all;
            all.AddRange(page.Select(v => v.Message.MessageId));
        }
    }

    [Fact]
    public async Task Should_tell_what_was_held_or_taken_out_since_and_still_is()
    {
        var ids = await AcceptDueAsync("a", "b", "c", "d");
        await Store.DiscardAsync(ids[3], Act, None);
        var begin = await Store.WithdrawnAsync(null, None);
        Assert.Empty(begin.Rows);

        await Store.ParkAsync(ids[0], _ => Noon.AddDays(9), Act, None);
        await Store.ParkAsync(ids[1], _ => Noon.AddDays(9), Act, None);
        await Store.DiscardAsync(ids[2], Act, None);
        await Store.ReleaseAsync(ids[1], Act, None);
        await Store.AppendAsync(new AuditEntry(Noon, "kari", "message.list", null, null, null), None);

        var found = await Store.WithdrawnAsync(begin.Position, None);
        Assert.Equal([(ids[0], DeliveryState.Held), (ids[2], DeliveryState.Discarded)], found.Rows.OrderBy(r => r.Id).Select(r => (r.Id, r.State)));
        Assert.False(found.IsMore);
        var nothing = await Store.WithdrawnAsync(found.Position, None);
        Assert.Equal((found.Position, 0), (nothing.Position, nothing.Rows.Count));
    }

    [Fact]
    public async Task Should_find_what_was_taken_out_at_one_look_whatever_was_looked_at_meanwhile()
    {
        var ids = await AcceptDueAsync("a", "b");
        var begin = await Store.WithdrawnAsync(null, None);
        await LookAsync(1200);
        await Store.DiscardAsync(ids[0], Act, None);
        await LookAsync(30);

        var found = await Store.WithdrawnAsync(begin.Position, None);
        Assert.Equal((ids[0], false), (Assert.Single(found.Rows).Id, found.IsMore));

        // What is only looked at moves nothing, and hides nothing that comes after it.
        await LookAsync(30);
        Assert.Equal((found.Position, 0), ((await Store.WithdrawnAsync(found.Position, None)).Position, (await Store.WithdrawnAsync(found.Position, None)).Rows.Count));
        await Store.DiscardAsync(ids[1], Act, None);
        Assert.Equal(ids[1], Assert.Single((await Store.WithdrawnAsync(found.Position, None)).Rows).Id);
    }

    private Task LookAsync(int times) => Task.WhenAll(Enumerable.Range(0, times).Select(_ => Store.AppendAsync(new AuditEntry(Noon, "kari", "message.view", null, "4711", null), None)));

    private async Task<DeliveryId> DeadLetterAsync(string sourceId)
    {
        await Store.TakeAsync("n", [3], None);
        var id = (await AcceptDueAsync(sourceId))[0];
        await Store.CommitAsync([Delivered(id) with { State = DeliveryState.DeadLettered, ErrorCode = "HUB-SEND-005" }], None);
        return id;
    }

    private static void AssertRefused<T>(ErrorDefinition expected, Result<T> result) => Assert.Equal(expected.Code, Assert.Single(result.Errors).Code);
}
