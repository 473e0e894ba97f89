using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Store;
using Hub.Tests.Support;
using Npgsql;
using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

/// <summary>What only a server can do.</summary>
public sealed class PostgresTests() : StoreContract(TestDatabase.PostgresAsync)
{
    [Fact]
    public async Task Should_migrate_once_when_nodes_start_together()
    {
        await using var empty = await TestDatabase.PostgresAsync();
        var stores = Enumerable.Range(0, 5).Select(_ => empty.Open()).ToList();
        var installations = await Task.WhenAll(stores.Select(s => s.MigrateAsync(16, None)));
        Assert.Single(installations.Distinct());
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task Should_lock_partitions_until_the_connection_dies()
    {
        await using var other = Database.Open();
        await using var mine = (await Store.OpenLocksAsync(None))!;
        var theirs = (await other.OpenLocksAsync(None))!;
        Assert.Equal([1, 2, 3], await mine.TryLockAsync([3, 2, 1, 2], None));
        Assert.Equal([1, 2, 3], await mine.TryLockAsync([1, 2, 3], None));
        Assert.Equal([4], await theirs.TryLockAsync([3, 4], None));
        await mine.ReleaseAsync([3, 9], None);
        Assert.Equal([3, 4], await theirs.TryLockAsync([3, 4], None));
        Assert.True(await mine.IsAliveAsync(None));
        await theirs.DisposeAsync();
        // Closing a connection does not wait until the server has let go of its locks, nor does ending it.
        await Wait.UntilAsync("the locks of a closed connection", TimeSpan.FromSeconds(30), async () => (await mine.TryLockAsync([1, 2, 3, 4], None)).SequenceEqual([1, 2, 3, 4]));

        await Database.RunAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        await Wait.UntilAsync("the ended connection noticed", TimeSpan.FromSeconds(30), async () => !await mine.IsAliveAsync(None));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => mine.TryLockAsync([7], None));
    }

    /// <summary>Plans are kept: one made while the tables are empty must not read them from end to end when they have grown.</summary>
    [Fact]
    public async Task Should_reach_messages_and_deliveries_by_index_from_the_first_row_on()
    {
        await Store.TakeAsync("node", [3], None);
        for (var round = 0; round < 20; round++)
        {
            var due = await AcceptDueAsync([.. Enumerable.Range(0, 50).Select(i => $"{round}-{i}")]);
            await LoadAsync();
            await Store.BacklogAsync([3], None);
            await Store.CommitAsync([.. due.Select(id => Delivered(id) with { State = DeliveryState.AwaitingReceipt, Correlations = ["mid-" + id], Receipts = new ReceiptProgress(1) })], None);
            foreach (var id in due.Take(10))
            {
                var sent = (await Store.FindSentAsync("larvik", "mid-" + id, None))!;
                await Store.RemarkAsync(id, new DeliveryEvent(Noon, DeliveryEventKind.Receipt), 3, None);
                await Store.SettleAsync([Delivered(id) with { ReceiptsBefore = sent.Row.Receipts }], DeliveryState.AwaitingReceipt, None);
                await Store.RecordExchangeAsync(new NewExchange("larvik", "key-" + id, "p", new byte[] { 1 }, Noon, default, new byte[] { 2 }, Noon), None);
                await Store.AnswerTriedAsync("larvik", "key-" + id, null, None);
            }

            await Store.AnswersDueAsync([.. due.Select(d => d.MessageId)], [3], Noon, None);
            await Store.AnswersDueAsync(null, [3], Noon, None);
            await Store.TakeAnswersAsync(Noon, Noon, 10, None);
            await Store.ForgetExchangesAsync(Noon, None);
            await RegisterAsync(round);
            await Store.DailyAsync(new StatisticsFilter("larvik", new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1)), None);
        }

        // Backends report what they counted when they end.
        await ReopenAsync();

        await Database.RunAsync("""
            do $$ begin
              if (select sum(seq_tup_read) from pg_stat_user_tables where relname in ('message', 'delivery', 'step', 'correlation', 'exchange', 'record')) > 0 then raise exception 'read from end to end'; end if;
              if (select sum(n_tup_ins) from pg_stat_user_tables where relname = 'message') < 1000 then raise exception 'nothing counted yet'; end if;
            end $$
            """);
    }

    private async Task RegisterAsync(int round)
    {
        var plan = new NewRecord("larvik", RecordKinds.Plan, "p" + round, 1, Noon, "kari", new byte[] { 1 }) { PatientKey = Key("ada"), State = "open", Due = Noon };
        await Store.AppendAsync(plan, None);
        await Store.AppendAsync(plan with { Version = 2 }, None);
        await Store.AppendAsync(plan with { Version = 3, KeepHistory = false }, None);
        await Store.HistoryAsync("larvik", RecordKinds.Plan, "p" + round, None);
        await Store.FindAsync(new RecordFilter("larvik", RecordKinds.Plan) { PatientKey = Key("ada") }, None);
        await Store.FindAsync(new RecordFilter("larvik", RecordKinds.Plan) { KeyPrefix = "p", Before = Noon, AfterKey = "p" }, None);
        foreach (var due in await Store.DueAsync([RecordKinds.Plan], Noon, 100, None))
            await Store.PostponeAsync(due, null, None);
    }

    [Fact]
    public async Task Should_say_unavailable_when_connections_are_cut_and_recover()
    {
        await AcceptAsync(Raw(Message("a")));
        await Database.RunAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        try
        {
            await AcceptAsync(Raw(Message("b")));
        }
        catch (StoreUnavailableException)
        {
            await AcceptAsync(Raw(Message("b")));
        }

        Assert.Equal(2, (await Store.LedgerAsync(null, None)).Messages);
        await Database.RunAsync("set default_transaction_read_only = off; alter table message rename to message_gone");
        await Assert.ThrowsAsync<PostgresException>(() => AcceptAsync(Raw(Message("c"))));
    }

    [Fact]
    public async Task Should_say_unavailable_without_telling_the_password()
    {
        await using var store = HubStore.OpenPostgres("Host=127.0.0.1;Port=1;Username=hub;Password=hemmelig;Database=none;Timeout=2");
        Assert.False(await store.IsReadyAsync(None));
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.AcceptAsync([Raw(Message("a"))], None));
        Assert.DoesNotContain("hemmelig", fault.ToString(), StringComparison.Ordinal);
        var refusal = Assert.Throws<StoreRefusedException>(() => HubStore.OpenPostgres("Host=x;hemmelig;Passwort=hemmelig"));
        Assert.DoesNotContain("hemmelig", refusal.ToString(), StringComparison.Ordinal);
    }
}
