using System.Text;
using Hub.Core.Storage;
using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

/// <summary>What every register keeps to.</summary>
public abstract class RecordContract(Func<Task<RecordBench>> create) : IAsyncLifetime
{
    private RecordBench _bench = null!;

    private static CancellationToken None => CancellationToken.None;

    private IRecordStore Records => _bench.Records;

    public async ValueTask InitializeAsync() => _bench = await create();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_bench is not null)
            await _bench.DisposeAsync();
    }

    [Fact]
    public async Task Should_give_back_what_was_added_also_after_a_restart()
    {
        var full = Version("p-1", 1) with { PatientKey = Key("patient"), State = "proposed", Due = Noon.AddTicks(10), SealedBody = new byte[] { 0, 1, 255 } };
        Assert.True(await Records.AppendAsync(full, None));
        Assert.True(await Records.AppendAsync(Version("p-2", 1), None));
        await _bench.ReopenAsync();

        var read = (await Records.LatestAsync("larvik", RecordKinds.Plan, "p-1", None))!;
        Assert.Equal(("larvik", "plan", "p-1", 1, Noon, "kari"), (read.Tenant, read.Kind, read.Key, read.Version, read.At, read.Who));
        Assert.Equal((Key("patient"), "proposed", Noon.AddTicks(10)), (read.PatientKey!.Value, read.State, read.Due!.Value));
        Assert.Equal([0, 1, 255], read.SealedBody.ToArray());
        var bare = (await Records.LatestAsync("larvik", RecordKinds.Plan, "p-2", None))!;
        Assert.Equal((null, null, null), (bare.PatientKey, bare.State, bare.Due));
        Assert.Null(await Records.LatestAsync("larvik", RecordKinds.Plan, "p-3", None));
    }

    [Fact]
    public async Task Should_find_entries_by_a_party_that_they_concern_now()
    {
        Assert.True(await Records.AppendAsync(Version("p-1", 1) with { Parties = ["sykehus", "self"] }, None));
        Assert.True(await Records.AppendAsync(Version("p-2", 1) with { Parties = ["sykehus-2", "self"] }, None));
        Assert.True(await Records.AppendAsync(Version("p-3", 1) with { Parties = ["s%", "s_lf"], KeepHistory = false }, None));
        Assert.True(await Records.AppendAsync(Version("p-4", 1), None));
        Assert.True(await Records.AppendAsync(Version("p-2", 2) with { Parties = ["sykehus-2", "nabo"] }, None));
        Assert.True(await Records.AppendAsync(Version("p-3", 2) with { Parties = ["s%"], KeepHistory = false }, None));

        Assert.Equal(["p-1", "p-4"], await OfAsync("sykehus"));
        Assert.Equal(["p-2", "p-4"], await OfAsync("nabo"));
        Assert.Equal(["p-1", "p-4"], await OfAsync("self"));
        Assert.Equal(["p-3", "p-4"], await OfAsync("s%"));
        Assert.Equal(["p-4"], await OfAsync("s_lf"));

        async Task<IEnumerable<string>> OfAsync(string party) =>
            (await Records.FindAsync(new RecordFilter("larvik", RecordKinds.Plan) { Party = party }, None)).Select(r => r.Key).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Should_keep_every_version_newest_first()
    {
        for (var version = 1; version <= 12; version++)
            Assert.True(await Records.AppendAsync(Version("p", version), None));

        Assert.Equal(Enumerable.Range(1, 12).Reverse(), (await Records.HistoryAsync("larvik", RecordKinds.Plan, "p", None)).Select(r => r.Version));
        Assert.Equal("version 12", Text((await Records.LatestAsync("larvik", RecordKinds.Plan, "p", None))!));
        Assert.Equal("version 3", Text((await Records.HistoryAsync("larvik", RecordKinds.Plan, "p", None))[9]));
        Assert.Empty(await Records.HistoryAsync("larvik", RecordKinds.Plan, "q", None));
        Assert.Equal(12, Assert.Single(await FindAsync()).Version);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_refuse_a_version_that_does_not_follow_the_latest(bool keepHistory)
    {
        Assert.False(await Records.AppendAsync(Version("p", 2) with { KeepHistory = keepHistory }, None));
        Assert.True(await Records.AppendAsync(Version("p", 1) with { KeepHistory = keepHistory }, None));
        Assert.True(await Records.AppendAsync(Version("p", 2) with { KeepHistory = keepHistory }, None));
        foreach (var version in new[] { 1, 2, 4 })
            Assert.False(await Records.AppendAsync(Version("p", version, "late") with { KeepHistory = keepHistory, Audit = Entry("late") }, None));

        Assert.Equal("version 2", Text((await Records.LatestAsync("larvik", RecordKinds.Plan, "p", None))!));
        Assert.Equal(0, await _bench.AuditedAsync());
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Records.AppendAsync(Version("p", 0), None));
    }

    [Fact]
    public async Task Should_keep_only_the_latest_where_history_is_not_wanted()
    {
        foreach (var version in new[] { 1, 2, 3 })
            Assert.True(await Records.AppendAsync(Version("p", version) with { KeepHistory = version < 3, State = "s" + version }, None));
        Assert.Equal(3, Assert.Single(await Records.HistoryAsync("larvik", RecordKinds.Plan, "p", None)).Version);

        foreach (var version in new[] { 4, 5 })
            Assert.True(await Records.AppendAsync(Version("p", version) with { KeepHistory = false, Due = Noon }, None));
        var only = Assert.Single(await Records.HistoryAsync("larvik", RecordKinds.Plan, "p", None));
        Assert.Equal((5, "version 5", null, Noon), (only.Version, Text(only), only.State, only.Due!.Value));

        Assert.True(await Records.AppendAsync(Version("p", 6), None));
        Assert.Equal([6, 5], (await Records.HistoryAsync("larvik", RecordKinds.Plan, "p", None)).Select(r => r.Version));
    }

    /// <summary>Each writer reads the latest and adds its own after it, again and again: every number is given once, and nobody's version is lost.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_let_one_of_many_writers_win_each_version(bool keepHistory)
    {
        const int Writers = 8;
        const int Each = 10;
        var refused = 0;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var done = 0; done < Each;)
            {
                var latest = await Records.LatestAsync("larvik", RecordKinds.Plan, "p", None);
                var next = Version("p", (latest?.Version ?? 0) + 1, $"{(latest is null ? null : Text(latest))} {writer}") with { KeepHistory = keepHistory, Audit = Entry("write") };
                if (await Records.AppendAsync(next, None))
                    done++;
                else
                    Interlocked.Increment(ref refused);
            }
        })));

        var last = (await Records.LatestAsync("larvik", RecordKinds.Plan, "p", None))!;
        Assert.Equal(Writers * Each, last.Version);
        var wins = Text(last).Split(' ', StringSplitOptions.RemoveEmptyEntries).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(Enumerable.Range(0, Writers).Select(w => (w.ToString(), Each)), wins.OrderBy(w => w.Key).Select(w => (w.Key, w.Value)));
        Assert.Equal(keepHistory ? Writers * Each : 1, (await Records.HistoryAsync("larvik", RecordKinds.Plan, "p", None)).Count);
        Assert.Equal(Writers * Each, await _bench.AuditedAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_let_one_of_many_make_an_entry(bool keepHistory)
    {
        var won = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => Records.AppendAsync(Version("p", 1, "by " + i) with { KeepHistory = keepHistory }, None))));
        Assert.Equal("by " + Array.IndexOf(won, true), Text((await Records.LatestAsync("larvik", RecordKinds.Plan, "p", None))!));
        Assert.Single(won, w => w);
    }

    [Fact]
    public async Task Should_write_the_audit_entry_of_a_version()
    {
        Assert.True(await Records.AppendAsync(Version("p", 1) with { Audit = Entry("plan.write") }, None));
        Assert.True(await Records.AppendAsync(Version("p", 2), None));
        Assert.Equal(1, await _bench.AuditedAsync());
    }

    [Fact]
    public async Task Should_keep_tenants_and_kinds_apart()
    {
        Assert.True(await Records.AppendAsync(Version("p", 1), None));
        Assert.True(await Records.AppendAsync(Version("p", 1) with { Tenant = "skien" }, None));
        Assert.True(await Records.AppendAsync(Version("p", 1) with { Kind = RecordKinds.Handover }, None));
        Assert.Equal(("larvik", "plan"), Assert.Single((await FindAsync()).Select(r => (r.Tenant, r.Kind))));
        Assert.Null(await Records.LatestAsync("skien", RecordKinds.Handover, "p", None));
        Assert.Empty(await Records.HistoryAsync("tromso", RecordKinds.Plan, "p", None));
    }

    [Fact]
    public async Task Should_find_latest_versions_by_patient_word_and_key()
    {
        Assert.True(await Records.AppendAsync(Version("a.1", 1) with { PatientKey = Key("ada"), State = "open" }, None));
        Assert.True(await Records.AppendAsync(Version("a.1", 2) with { PatientKey = Key("ada"), State = "done" }, None));
        Assert.True(await Records.AppendAsync(Version("a.2", 1) with { PatientKey = Key("ada"), State = "open" }, None));
        Assert.True(await Records.AppendAsync(Version("a-1", 1) with { PatientKey = Key("bo"), State = "open" }, None));
        Assert.True(await Records.AppendAsync(Version("æ.1", 1), None));

        Assert.Equal(["a.1", "a.2"], await KeysAsync(f => f with { PatientKey = Key("ada") }));
        Assert.Equal(["a-1", "a.2"], await KeysAsync(f => f with { State = "open" }));
        Assert.Equal(["a.2"], await KeysAsync(f => f with { State = "open", PatientKey = Key("ada") }));
        Assert.Equal(["a.1", "æ.1"], await KeysAsync(f => f with { ExceptStates = ["open", "proposed"] }));
        Assert.Equal(["a.1", "a.2"], await KeysAsync(f => f with { KeyPrefix = "a." }));
        Assert.Equal(["æ.1"], await KeysAsync(f => f with { KeyPrefix = "æ" }));
        Assert.Equal(["a-1", "a.1", "a.2", "æ.1"], await KeysAsync(f => f with { KeyPrefix = "" }));
        Assert.Empty(await KeysAsync(f => f with { State = "closed" }));
    }

    [Fact]
    public async Task Should_page_through_all_also_when_many_were_made_in_one_moment()
    {
        for (var i = 0; i < 25; i++)
            Assert.True(await Records.AppendAsync(Version($"p-{i:00}", 1) with { At = Noon.AddSeconds(i / 10) }, None));
        var (seen, filter) = (new List<StoredRecord>(), new RecordFilter("larvik", RecordKinds.Plan) { Limit = 7 });
        while (await Records.FindAsync(filter, None) is { Count: > 0 } page)
        {
            Assert.True(page.Count <= 7);
            seen.AddRange(page);
            filter = filter with { Before = page[^1].At, AfterKey = page[^1].Key };
        }

        Assert.Equal(25, seen.Select(r => r.Key).Distinct().Count());
        Assert.Equal(seen.OrderByDescending(r => r.At).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Key), seen.Select(r => r.Key));
        Assert.Equal(10, (await FindAsync(f => f with { Before = Noon.AddSeconds(1) })).Count);
        Assert.Equal(25, seen.Count);
    }

    [Fact]
    public async Task Should_page_by_keys_downward_whatever_has_changed_since()
    {
        foreach (var key in new[] { "b", "a", "d", "c" })
            Assert.True(await Records.AppendAsync(Version(key, 1), None));
        Assert.True(await Records.AppendAsync(Version("a", 2) with { At = Noon.AddDays(1) }, None));

        Assert.Equal(["d", "c"], await KeysAsync(f => f with { LastKeyFirst = true, Limit = 2 }));
        Assert.Equal(["b", "a"], await KeysAsync(f => f with { LastKeyFirst = true, BeforeKey = "c", Limit = 2 }));
        Assert.Empty(await KeysAsync(f => f with { LastKeyFirst = true, BeforeKey = "a" }));

        async Task<IEnumerable<string>> KeysAsync(Func<RecordFilter, RecordFilter> with) => (await FindAsync(with)).Select(r => r.Key);
    }

    [Fact]
    public async Task Should_list_what_is_due_the_longest_overdue_first()
    {
        Assert.True(await Records.AppendAsync(Version("late", 1) with { Due = Noon.AddMinutes(-2) }, None));
        Assert.True(await Records.AppendAsync(Version("never", 1), None));
        Assert.True(await Records.AppendAsync(Version("now", 1) with { Due = Noon, Tenant = "skien" }, None));
        Assert.True(await Records.AppendAsync(Version("soon", 1) with { Due = Noon.AddTicks(10) }, None));
        Assert.True(await Records.AppendAsync(Version("later", 1) with { Due = Noon.AddMinutes(-1), Kind = RecordKinds.Handover }, None));
        Assert.True(await Records.AppendAsync(Version("past", 1) with { Due = Noon.AddMinutes(-9) }, None));
        Assert.True(await Records.AppendAsync(Version("past", 2), None));
        Assert.True(await Records.AppendAsync(Version("other", 1) with { Due = Noon.AddMinutes(-9), Kind = RecordKinds.Feed }, None));

        Assert.Equal(["late", "later", "now"], await DueAsync(Noon));
        Assert.Equal(["late", "later"], await DueAsync(Noon, 2));
        Assert.Empty(await Records.DueAsync([], Noon, 10, None));
    }

    [Fact]
    public async Task Should_move_a_due_time_only_from_what_was_seen()
    {
        Assert.True(await Records.AppendAsync(Version("p", 1) with { Due = Noon }, None));
        var seen = (await Records.LatestAsync("larvik", RecordKinds.Plan, "p", None))!;
        Assert.True(await Records.PostponeAsync(seen, Noon.AddMinutes(1), None));
        Assert.False(await Records.PostponeAsync(seen, Noon.AddMinutes(1), None));
        Assert.Empty(await DueAsync(Noon));

        var claimed = seen with { Due = Noon.AddMinutes(1) };
        Assert.Equal(claimed with { SealedBody = default }, (await Records.LatestAsync("larvik", RecordKinds.Plan, "p", None))! with { SealedBody = default });
        Assert.True(await Records.PostponeAsync(claimed, null, None));
        Assert.Empty(await DueAsync(Noon.AddYears(1)));
        Assert.True(await Records.PostponeAsync(claimed with { Due = null }, Noon, None));

        Assert.True(await Records.AppendAsync(Version("p", 2) with { Due = Noon }, None));
        Assert.False(await Records.PostponeAsync(seen, null, None));
        Assert.False(await Records.PostponeAsync(seen with { Key = "q" }, null, None));
        Assert.Equal(["p"], await DueAsync(Noon));
    }

    [Fact]
    public async Task Should_let_one_of_many_claim_what_is_due()
    {
        for (var i = 0; i < 20; i++)
            Assert.True(await Records.AppendAsync(Version("p" + i, 1) with { Due = Noon }, None));
        var claims = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            var claimed = 0;
            foreach (var due in await Records.DueAsync([RecordKinds.Plan], Noon, 100, None))
                claimed += await Records.PostponeAsync(due, Noon.AddMinutes(1), None) ? 1 : 0;
            return claimed;
        })));
        Assert.Equal(20, claims.Sum());
        Assert.Empty(await DueAsync(Noon));
    }

    private static NewRecord Version(string key, int version, string? body = null) =>
        new("larvik", RecordKinds.Plan, key, version, Noon, "kari", Encoding.UTF8.GetBytes(body ?? "version " + version));

    private static AuditEntry Entry(string action) => new(Noon, "kari", action, "larvik", "p", null);

    private static string Text(StoredRecord record) => Encoding.UTF8.GetString(record.SealedBody.Span);

    private Task<IReadOnlyList<StoredRecord>> FindAsync(Func<RecordFilter, RecordFilter>? with = null) =>
        Records.FindAsync((with ?? (f => f))(new RecordFilter("larvik", RecordKinds.Plan)), None);

    private async Task<IEnumerable<string>> KeysAsync(Func<RecordFilter, RecordFilter> with) => (await FindAsync(with)).Select(r => r.Key);

    private async Task<IEnumerable<string>> DueAsync(DateTimeOffset now, int limit = 10) =>
        (await Records.DueAsync([RecordKinds.Plan, RecordKinds.Handover, RecordKinds.Plan], now, limit, None)).Select(r => r.Key);
}
