using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Store;
using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

public abstract class InstallationContract(Func<Task<TestDatabase>> create) : StoreContract(create)
{
    [Fact]
    public async Task Should_keep_its_id_and_number_of_partitions()
    {
        var first = await Store.MigrateAsync(64, None);
        await ReopenAsync();
        Assert.Equal(first, await Store.MigrateAsync(8, None));
        Assert.Equal(64, first.Partitions);
        Assert.True(await Store.IsReadyAsync(None));
    }

    /// <summary>A newer hub that only added to the schema: nodes are upgraded one by one, and an upgrade can be taken back.</summary>
    [Fact]
    public async Task Should_go_on_with_a_database_that_a_newer_version_only_added_to()
    {
        await Database.RunAsync("update meta set value = '999' where name = 'schema'");
        await Database.RunAsync("create table added (id bigint)");
        await Database.RunAsync("alter table message add column added text");
        await ReopenAsync();
        await Store.TakeAsync("node-1", [3], None);
        await Store.CommitAsync([Delivered((await AcceptDueAsync("a"))[0])], None);
        Assert.Equal(new Ledger(1, 1, 0, 0, 1, 0), await Store.LedgerAsync(null, None));
    }

    [Fact]
    public async Task Should_refuse_a_database_of_a_newer_version_that_changed_what_it_works_with()
    {
        await Database.RunAsync("update meta set value = '999' where name in ('schema', 'oldest')");
        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => Store.MigrateAsync(64, None));
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>A database as the first version left it: what the second added is taken out again.</summary>
    [Fact]
    public async Task Should_bring_a_database_of_the_first_schema_up_to_date_and_go_on_with_its_rows()
    {
        await Store.TakeAsync("node-1", [3], None);
        var ids = await AcceptDueAsync("a", "b", "c");
        await Store.CommitAsync([Delivered(ids[0]), Delivered(ids[1]) with { State = DeliveryState.AwaitingReceipt }], None);
        await Store.DisposeAsync();
        await Downgrade.ToAsync(Database, 1);

        await ReopenAsync();
        Assert.Equal(ids[2], Assert.Single(await LoadAsync()).Row.Id);
        var waiting = (await Store.FindAsync(ids[1].MessageId, null, None))!.Deliveries[0].Row;
        Assert.Equal((default, default), (waiting.Receipts, waiting.Answer));
        Assert.Equal([ids[1]], await Store.SettleAsync([Outcome(ids[1], DeliveryState.Delivered)], DeliveryState.AwaitingReceipt, None));
        Assert.Empty(await Store.CommitAsync([Delivered(ids[2]) with { Correlations = ["mid"], Receipts = new ReceiptProgress(1) }], None));
        Assert.Equal(1, (await Store.FindSentAsync("larvik", "mid", None))!.Row.Receipts.Sends);
        Assert.Equal(new Ledger(3, 3, 0, 0, 3, 0), await Store.LedgerAsync(null, None));
        await ReopenAsync();
    }

    [Fact]
    public async Task Should_number_snapshots_by_their_text()
    {
        Assert.Equal(1, await Store.StoreSnapshotAsync("a \0", Noon, None));
        Assert.Equal(1, await Store.StoreSnapshotAsync("a \0", Noon, None));
        Assert.Equal(2, await Store.StoreSnapshotAsync("b", Noon, None));
        await ReopenAsync();
        Assert.Equal(3, await Store.StoreSnapshotAsync("a \0", Noon, None));
        var numbers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Store.StoreSnapshotAsync("c", Noon, None))));
        Assert.All(numbers, n => Assert.Equal(4, n));
    }

    [Fact]
    public async Task Should_read_the_configurations_that_were_in_force()
    {
        foreach (var (text, at) in new[] { ("a", Noon), ("b", Noon.AddHours(1)), ("c", Noon.AddHours(2)) })
            await Store.StoreSnapshotAsync(text, at, None);

        Assert.Equal([new SnapshotHead(3, Noon.AddHours(2)), new SnapshotHead(2, Noon.AddHours(1))], await Store.SnapshotsAsync(null, 2, None));
        Assert.Equal([new SnapshotHead(1, Noon)], await Store.SnapshotsAsync(2, 2, None));
        Assert.Equal(new StoredSnapshot(new SnapshotHead(2, Noon.AddHours(1)), "b"), await Store.SnapshotAsync(2, None));
        Assert.Null(await Store.SnapshotAsync(4, None));
    }

    [Fact]
    public async Task Should_keep_consents_of_tenants_and_patients_apart()
    {
        var patient = Key("p");
        await Store.SetAsync(new ConsentChange("larvik", patient, "share", true, Noon, "kari"), None);
        await Store.SetAsync(new ConsentChange("larvik", patient, "research", true, Noon, "kari"), None);
        await Store.SetAsync(new ConsentChange("larvik", patient, "research", false, Noon, "kari"), None);
        Assert.Equal(["share"], await Store.GrantedAsync("larvik", patient, None));
        Assert.Empty(await Store.GrantedAsync("skien", patient, None));
        Assert.Empty(await Store.GrantedAsync("larvik", Key("q"), None));
        Assert.Equal((3L, null), await Store.VerifyAsync(None));
    }

    [Fact]
    public async Task Should_list_nodes_seen_lately()
    {
        Assert.Equal(["n1"], await Store.HeartbeatAsync("n1", TimeSpan.FromMinutes(1), None));
        Assert.Equal(["n1", "n2"], await Store.HeartbeatAsync("n2", TimeSpan.FromMinutes(1), None));
        await Database.RunAsync("update node set seen = seen - 120000000 where name = 'n1'");
        Assert.Equal(["n2"], await Store.HeartbeatAsync("n2", TimeSpan.FromMinutes(1), None));
    }

    [Fact]
    public async Task Should_chain_entries_that_come_all_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Store.AppendAsync(new AuditEntry(Noon.AddSeconds(i), $"hpr:{i}", "fhir.look", "larvik", $"patient:{i}", null), None)));

        var (entries, broken) = await Store.VerifyAsync(None);

        Assert.Equal((300L, null), (entries, broken));
    }

    [Fact]
    public async Task Should_tell_everyone_whose_entry_could_not_be_written_and_chain_those_that_come_after()
    {
        Task[] Appends(int count) => [.. Enumerable.Range(0, count).Select(i => Task.Run(() => Store.AppendAsync(new AuditEntry(Noon, $"hpr:{i}", "fhir.look", "larvik", $"patient:{i}", null), None)))];
        await Task.WhenAll(Appends(10));
        await Database.RunAsync("update audit_head set id = 2 where id = 1");

        var failed = Appends(40);
        foreach (var append in failed)
            await Assert.ThrowsAnyAsync<Exception>(() => append);
        await Database.RunAsync("update audit_head set id = 1 where id = 2");
        await Task.WhenAll(Appends(30));

        Assert.Equal((40L, null), await Store.VerifyAsync(None));
    }

    [Fact]
    public async Task Should_write_what_is_still_wanted_when_one_who_waits_gives_up()
    {
        using var gone = new CancellationTokenSource();
        var appends = Enumerable.Range(0, 20).Select(i => Store.AppendAsync(new AuditEntry(Noon, $"hpr:{i}", "fhir.look", "larvik", null, null), i == 7 ? gone.Token : None)).ToArray();
        await gone.CancelAsync();

        await Task.WhenAll(appends.Where((_, i) => i != 7));

        Assert.InRange((await Store.VerifyAsync(None)).Entries, 19L, 20L);
        Assert.Null((await Store.VerifyAsync(None)).FirstBroken);
    }

    [Theory]
    [InlineData("update audit set reason = 'because' where seq = 3", 3L)]
    [InlineData("update audit set who = null || 'x' where seq = 3", 3L)]
    [InlineData("update audit set at = at + 1 where seq = 1", 1L)]
    [InlineData("delete from audit where seq = 4", 5L)]
    [InlineData("delete from audit where seq >= 18", 18L)]
    [InlineData("update audit set tenant = target, target = tenant where seq = 7", 7L)]
    public async Task Should_find_the_first_tampered_audit_entry(string tampering, long first)
    {
        tampering = tampering.Replace("null || 'x'", "'somebody else'", StringComparison.Ordinal);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => Store.AppendAsync(
            new AuditEntry(Noon.AddSeconds(i), "kari", "message.view", i % 2 == 0 ? "larvik" : null, "4711." + i, i % 3 == 0 ? null : "why \0 not"), None))));
        Assert.Equal((20L, null), await Store.VerifyAsync(None));
        await Database.RunAsync(tampering);
        Assert.Equal(first, (await Store.VerifyAsync(None)).FirstBroken);
    }
}
