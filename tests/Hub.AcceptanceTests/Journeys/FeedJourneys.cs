using System.Net;
using System.Text;
using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Simulators.Dignio;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>From a vendor who does not call to the journal.</summary>
public abstract class FeedJourneys(BackingKind backing) : Journey(backing)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly Municipality Bodo = Municipality.Larvik with { Partners = "  vendor: { adapter: polled, inbound: { auth: poll, every: 50ms } }" };

    private readonly BackingKind _backing = backing;
    private readonly PolledVendor _vendor = new();
    private Mortality _mortality = new();

    [Fact]
    public async Task Should_bring_what_is_fetched_to_the_journal_in_order_and_go_on_as_more_comes()
    {
        await using var stage = await FetchAsync();
        _vendor.Publish(Pulses(0, 12));
        await stage.ArrivedAsync(12);
        _vendor.Publish(Pulses(12, 3));
        await stage.ArrivedAsync(15);

        Assert.Equal(Enumerable.Range(60, 15).Select(v => (decimal)v), Values(stage));
        var feed = Assert.Single((await stage.Operator.GetAsync("feeds")).GetProperty("feeds").EnumerateArray());
        Assert.Equal(("larvik", "vendor", "polled"), (Text(feed, "tenant"), Text(feed, "partner"), Text(feed, "adapter")));
        Assert.True(feed.TryGetProperty("lastSuccess", out _), feed.ToString());
        Assert.Contains("hub_feed_items_total{tenant=\"larvik\",partner=\"vendor\",status=\"accepted\"} 15", await stage.Http.GetStringAsync("metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_keep_what_is_refused_until_an_operator_has_it_taken_in_or_discards_it()
    {
        var notesOnly = Bodo with { Partners = Bodo.Partners.Replace("auth: poll", "auth: poll, content: [note]", StringComparison.Ordinal) };
        await using var stage = await FetchAsync(notesOnly);
        _vendor.Publish(Events.Pulse("too-early", Events.People[0], 72));
        _vendor.Publish("cut", "{\"eventId\":"u8.ToArray());
        _vendor.Publish(Events.ClosingNote("note", Events.People[0], Triage.Red, "Ringte pasienten"));
        await stage.ArrivedAsync(1);

        var refused = await RefusedAsync(stage);
        Assert.Equal([AuthErrors.KindNotAllowed.Code, IntakeErrors.MalformedJson.Code], refused.Values.Select(r => Text(r, "state")).Order());
        Assert.All(refused.Values, r => Assert.DoesNotContain(Events.People[0].NationalId, r.ToString(), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, await stage.Operator.ActAsync($"refused/larvik/{Text(refused["too-early"], "key")}/retry"));
        Assert.Equal(AuthErrors.KindNotAllowed.Code, Text((await RefusedAsync(stage))["too-early"], "state"));

        await stage.ReloadAsync(Bodo);
        Assert.Equal(HttpStatusCode.OK, await stage.Operator.ActAsync($"refused/larvik/{Text(refused["too-early"], "key")}/retry"));
        Assert.Equal(HttpStatusCode.BadRequest, await stage.Operator.ActAsync($"refused/larvik/{Text(refused["cut"], "key")}/discard", reason: ""));
        Assert.Equal(HttpStatusCode.OK, await stage.Operator.ActAsync($"refused/larvik/{Text(refused["cut"], "key")}/discard"));
        Assert.Equal(HttpStatusCode.Conflict, await stage.Operator.ActAsync($"refused/larvik/{Text(refused["cut"], "key")}/retry"));
        Assert.Equal(HttpStatusCode.NotFound, await stage.Operator.ActAsync($"refused/larvik/vendor.none/retry"));
        await stage.ArrivedAsync(2);
        Assert.Empty(await RefusedAsync(stage));
        Assert.Equal(["too-early"], (await RefusedAsync(stage, "&state=taken")).Keys);
        Assert.Equal(["cut"], (await RefusedAsync(stage, "&state=discarded&partner=vendor")).Keys);
        Assert.Empty(await RefusedAsync(stage, "&state=discarded&partner=journal"));
    }

    /// <summary>A kill at every kind of moment: while taking the feed, between items, when an item is stored and nobody has heard of it, while moving on, before the page is confirmed.</summary>
    [Theory]
    [InlineData(nameof(IRecordStore.AppendAsync), 1, false)]
    [InlineData(nameof(IRecordStore.AppendAsync), 1, true)]
    [InlineData(nameof(IIntakeStore.AcceptAsync), 1, false)]
    [InlineData(nameof(IIntakeStore.AcceptAsync), 3, true)]
    [InlineData(nameof(IIntakeStore.AcceptAsync), 7, false)]
    [InlineData(nameof(IIntakeStore.AcceptAsync), 10, true)]
    [InlineData(nameof(IRecordStore.AppendAsync), 2, false)]
    [InlineData(nameof(IRecordStore.AppendAsync), 2, true)]
    [InlineData(nameof(IRecordStore.AppendAsync), 4, false)]
    public async Task Should_lose_nothing_and_take_nothing_twice_when_killed_in_the_middle(string call, int which, bool after)
    {
        await using var stage = await FetchAsync(Municipality.Larvik);
        _vendor.Publish(Pulses(0, 12));
        _vendor.Publish("cut", "{\"eventId\":"u8.ToArray());
        _vendor.Publish(Pulses(12, 2));
        var calls = 0;
        _mortality.Strikes = (name, args) =>
            name == call && IsOfFeed(args[0]) && Interlocked.Increment(ref calls) == which ? (after ? Moment.After : Moment.Before) : Moment.Never;
        stage.Write(Bodo);
        var dying = _mortality;
        await Wait.UntilAsync("the process dead", Patience, () => dying.IsDead);
        _mortality = new Mortality();
        await stage.RestartAsync();

        await stage.ArrivedAsync(14);
        Assert.Equal(Enumerable.Range(60, 14).Select(v => (decimal)v), Values(stage));
        Assert.Equal(14, (await stage.Operator.LedgerAsync()).Messages);
        await Wait.UntilAsync("the refused one kept", Patience, async () => (await RefusedAsync(stage)).Count == 1);
    }

    [Fact]
    public async Task Should_tell_of_a_feed_that_cannot_be_read_and_recover_with_it()
    {
        await using var stage = await FetchAsync();
        _vendor.Fails = LookupErrors.Unreachable.At();
        await Wait.UntilAsync("the feed failing", Patience, async () => Text(await FeedAsync(stage), "lastError") == LookupErrors.Unreachable.Code);
        Assert.Equal("failing", Text(await FeedAsync(stage), "state"));

        _vendor.Publish(Pulses(0, 1));
        _vendor.Fails = null;
        await stage.ArrivedAsync(1);
        await Wait.UntilAsync("the feed well", Patience, async () => Text(await FeedAsync(stage), "lastError") is null);
        Assert.Contains("is read again", stage.Logs(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_follow_the_configuration()
    {
        await using var stage = await FetchAsync(Municipality.Larvik);
        _vendor.Publish(Pulses(0, 1));
        Assert.Empty((await stage.Operator.GetAsync("feeds")).GetProperty("feeds").EnumerateArray());
        await stage.ReloadAsync(Bodo);
        await stage.ArrivedAsync(1);

        await stage.ReloadAsync(Municipality.Larvik);
        Assert.Empty((await stage.Operator.GetAsync("feeds")).GetProperty("feeds").EnumerateArray());
        _vendor.Publish(Pulses(1, 1));
        await stage.ReloadAsync(Bodo with { Partners = Bodo.Partners.Replace("every: 50ms", "every: 1h", StringComparison.Ordinal) });
        await stage.ArrivedAsync(2);
        Assert.Equal([60m, 61m], Values(stage));
        Assert.Equal(3600, (await FeedAsync(stage)).GetProperty("everySeconds").GetDouble());
        await Wait.UntilAsync(
            "the next reading in an hour",
            Patience,
            async () => (await FeedAsync(stage)).TryGetProperty("nextAt", out var next) && next.GetDateTimeOffset() > DateTimeOffset.UtcNow.AddMinutes(30));
    }

    [Fact]
    public async Task Should_let_nobody_in_as_a_vendor_that_is_fetched_from()
    {
        await using var stage = await FetchAsync();
        var body = DignioJson.Write(Events.Pulse("intruder", Events.People[0], 72));
        foreach (var key in new[] { Bodo.Feed, Bodo.Strict, TestKey.New("vendor"), new TestKey("vendor") })
        {
            var answer = await stage.Caller(key).PostAsync("in/larvik/vendor", body, "application/json");
            Assert.True(answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, answer.Text);
        }

        Assert.Equal(0, (await stage.Operator.LedgerAsync()).Messages);
        var withKey = Bodo with { Partners = Bodo.Partners.Replace("auth: poll", $"auth: poll, keys: [\"{Bodo.Feed.Hash}\"]", StringComparison.Ordinal) };
        stage.Write(withKey);
        await Wait.UntilAsync("the file refused", Patience, async () => (await stage.Operator.StatusAsync()).GetProperty("configErrors").GetArrayLength() > 0);
    }

    private static IEnumerable<FeedEvent> Pulses(int from, int count) => Enumerable.Range(from, count).Select(i => Events.Pulse($"p-{i}", Events.People[0], 60 + i));

    private static IEnumerable<decimal> Values(Stage stage) => stage.Journal.Ledger.Effects
        .Where(e => e.Form == "Observation")
        .Select(e => JsonDocument.Parse(Encoding.UTF8.GetString(e.Body!)).RootElement.GetProperty("valueQuantity").GetProperty("value").GetDecimal());

    private static async Task<Dictionary<string, JsonElement>> RefusedAsync(Stage stage, string query = "") =>
        (await stage.Operator.GetAsync($"refused?tenant=larvik{query}")).GetProperty("refused").EnumerateArray().ToDictionary(r => r.GetProperty("label").GetString()!);

    private static async Task<JsonElement> FeedAsync(Stage stage) => (await stage.Operator.GetAsync("feeds?tenant=larvik")).GetProperty("feeds")[0];

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool IsOfFeed(object? argument) => argument is NewRecord { Kind: RecordKinds.Feed } or IReadOnlyList<NewRawMessage>;

    private Task<Stage> FetchAsync(Municipality? municipality = null) => Stage.OpenAsync(_backing, With, municipality ?? Bodo);

    private HubOverrides With(HubSettings settings)
    {
        var ordinary = Parts.Adapters();
        return new HubOverrides
        {
            Adapters = new AdapterCatalogue([.. ordinary.Names.Select(n => ordinary.Find(n)!), _vendor]),
            Store = _mortality.Over(Databases.Store(settings, TimeProvider.System)),
        };
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : FeedJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : FeedJourneys(BackingKind.Servers);
}
