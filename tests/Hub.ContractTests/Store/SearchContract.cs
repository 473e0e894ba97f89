using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

public abstract class SearchContract(Func<Task<TestDatabase>> create) : StoreContract(create)
{
    /// <summary>Whatever index a search goes by, it finds what looking at every message finds.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Should_find_by_any_filters_together_what_looking_at_everything_finds(int seed)
    {
        var traffic = new Traffic(Store, seed);
        await traffic.RunAsync(120);
        await ReopenAsync();
        await new Traffic(Store, seed + 100, 120).RunAsync(60);
        var all = await AllAsync(new MessageFilter(null, Limit: 50));
        Assert.Equal(180, all.Count);
        var found = 0;
        for (var i = 0; i < 150; i++)
        {
            var filter = traffic.Filter();
            var expected = all.Where(m => filter.PatientKey is not { } patient || Key("patient " + m.SourceId[..1]) == patient)
                .Select(filter.Shown).OfType<MessageHead>().Where(filter.Fits).Select(m => (m.Id, m.Deliveries.Count));
            var messages = await AllAsync(filter);
            Assert.True(expected.SequenceEqual(messages.Select(m => (m.Id, m.Deliveries.Count))), filter.ToString());
            found += messages.Count;
        }

        Assert.True(found > 100, $"{found} found");
    }

    [Fact]
    public async Task Should_show_what_a_list_needs_and_neither_patient_nor_body()
    {
        await Store.TakeAsync("node", [3], None);
        var ids = await AcceptDueAsync("a", "b");
        await Store.CommitAsync([Outcome(ids[0], DeliveryState.Pending, attempts: 2) with { ErrorCode = "HUB-SEND-005", Due = Noon.AddMinutes(7) }, Delivered(ids[1])], None);

        var page = await Store.SearchAsync(new MessageFilter("larvik"), None);
        Assert.Null(page.Next);
        Assert.Equal(
            new MessageHead(ids[0].MessageId, "larvik", "dignio", "a", ContentKind.Measurement, "heart-rate", Triage.Yellow, Noon, Noon.AddMinutes(-5), null, []),
            page.Messages[1] with { Deliveries = [] });
        Assert.Equal(
            new DeliveryHead(ids[0], "to-epj", "epj", "fhir.observation", DeliveryState.Pending, 2, "HUB-SEND-005", Noon.AddMinutes(7)), Assert.Single(page.Messages[1].Deliveries));
        Assert.Null(page.Messages[0].Deliveries[0].Due);
    }

    [Fact]
    public async Task Should_find_by_what_others_call_a_message()
    {
        await Store.TakeAsync("node", [3], None);
        var ids = await AcceptDueAsync("a", "b", "c", "d");
        await Store.CommitAsync(
            [Delivered(ids[0]) with { Receipt = "Observation/4711" }, Outcome(ids[1], DeliveryState.AwaitingReceipt) with { Correlations = ["msgid:17"] }, Delivered(ids[2])], None);

        Assert.Equal([ids[0].MessageId], await FindAsync(new ExternalIds([], [], ["Observation/4711"])));
        Assert.Equal([ids[1].MessageId], await FindAsync(new ExternalIds([], ["msgid:17"], [])));
        Assert.Equal([ids[3].MessageId], await FindAsync(new ExternalIds([Key("source d"), Key("source e")], [], [])));
        Assert.Equal([ids[3].MessageId, ids[1].MessageId, ids[0].MessageId], await FindAsync(new ExternalIds([Key("source d")], ["msgid:17"], ["Observation/4711"])));
        Assert.Empty(await FindAsync(new ExternalIds([], ["msgid:17"], ["Observation/4711"]), "skien"));
        Assert.Empty(await FindAsync(new ExternalIds([], ["msgid:18"], ["nobody"])));
    }

    [Fact]
    public async Task Should_find_a_conversation_with_its_answers()
    {
        var replies = await AcceptAsync(
            Raw(Message("a") with { Correlation = "conversation:17" }),
            Raw(Message("b") with { Correlation = "conversation:17/18" }),
            Raw(Message("c") with { Correlation = "conversation:170" }),
            Raw(Message("d") with { Correlation = "conversation:17-/x" }),
            RawOf("skien", Message("e") with { Correlation = "conversation:17/19" }));

        Assert.Equal([replies[1].MessageId, replies[0].MessageId], await FindAsync(ExternalIds.None with { Conversations = ["conversation:17"] }));
        Assert.Equal([replies[4].MessageId], await FindAsync(ExternalIds.None with { Conversations = ["conversation:17"] }, "skien"));
        Assert.Empty(await FindAsync(ExternalIds.None with { Conversations = ["conversation:1"] }));
    }

    /// <summary>Rows of a version that knew no flows: found by looking at them, and by their flow once a node has started.</summary>
    [Fact]
    public async Task Should_find_messages_of_earlier_versions_before_and_after_they_are_brought_up_to_date()
    {
        var traffic = new Traffic(Store, 7);
        await traffic.RunAsync(80);
        var all = await AllAsync(new MessageFilter(null, Limit: 50));
        var filters = Enumerable.Range(0, 40).Select(_ => traffic.Filter()).ToList();
        var before = await FoundAsync(filters);

        await Database.RunAsync("update message set flow = 0 where id % 2 = 0");
        await Database.RunAsync("update delivery set flow = 0 where (id >> 15) % 2 = 0");
        Assert.Equal(before, await FoundAsync(filters));

        await Store.DisposeAsync();
        await Downgrade.ToAsync(Database, 7);
        await ReopenAsync();
        Assert.Equal(before, await FoundAsync(filters));
        Assert.Equal(all.Select(m => m.Id), (await AllAsync(new MessageFilter(null, Limit: 50))).Select(m => m.Id));
        Assert.Equal(80, (await Store.LedgerAsync(null, None)).Messages);
    }

    [Fact]
    public async Task Should_find_what_is_rare_among_a_patients_many_messages()
    {
        const int Many = 2600;
        await Store.TakeAsync("node", [3], None);
        var ids = await AcceptDueAsync([.. Enumerable.Range(0, Many).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p{i}"))]);
        DeliveryId[] dead = [ids[5], ids[6], ids[1700], ids[^1]];
        await Store.CommitAsync([.. dead.Select(id => Outcome(id, DeliveryState.DeadLettered) with { ErrorCode = "HUB-SEND-005" })], None);
        var expected = dead.Reverse().Select(id => id.MessageId);

        var patient = new MessageFilter(null, Limit: 2) { PatientKey = Key("patient p") };
        Assert.Equal(expected, (await AllAsync(patient with { State = DeliveryState.DeadLettered })).Select(m => m.Id));
        Assert.Equal(expected, (await AllAsync(patient with { Error = "HUB-SEND-005" })).Select(m => m.Id));
        Assert.Equal(Many - dead.Length, (await AllAsync(patient with { State = DeliveryState.Pending, Limit = 700 })).Count);
        Assert.Empty(await AllAsync(patient with { State = DeliveryState.Discarded }));
        Assert.Empty(await AllAsync(patient with { PatientKey = Key("patient q"), State = DeliveryState.Pending }));
    }

    private async Task<List<string>> FoundAsync(List<MessageFilter> filters)
    {
        var found = new List<string>();
        foreach (var filter in filters)
            found.Add(string.Join(',', (await AllAsync(filter)).Select(m => m.Id)));
        return found;
    }

    private async Task<IReadOnlyList<long>> FindAsync(ExternalIds ids, string tenant = "larvik") =>
        [.. (await AllAsync(new MessageFilter(tenant) { External = ids })).Select(m => m.Id)];

    private async Task<List<MessageHead>> AllAsync(MessageFilter filter)
    {
        var all = new List<MessageHead>();
        long? before = null;
        do
        {
            var page = await Store.SearchAsync(filter with { Before = before }, None);
            Assert.True(page.Messages.Count <= filter.Limit);
            Assert.True(before is null || page.Next is null || page.Next < before);
            all.AddRange(page.Messages);
            before = page.Next;
        }
        while (before is not null);
        Assert.Equal(all.Select(m => m.Id).Distinct().OrderDescending(), all.Select(m => m.Id));
        return all;
    }
}
