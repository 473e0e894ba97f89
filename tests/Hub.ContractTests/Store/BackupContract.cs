using Hub.Core.Storage;
using Hub.Store;
using Hub.Store.Backup;
using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

/// <summary>Backups are taken of a database in use, and put back into an empty one.</summary>
public abstract class BackupContract(Func<Task<TestDatabase>> create) : StoreContract(create)
{
    private readonly Func<Task<TestDatabase>> _create = create;
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "hub-backup-" + Guid.NewGuid().ToString("N"));

    [Fact]
    public async Task Should_hold_one_moment_of_a_database_in_use_and_bring_it_back()
    {
        await Store.TakeAsync("node-1", [3], None);
        var ids = await AcceptDueAsync("a", "b");
        await Store.CommitAsync([Delivered(ids[0])], None);
        await Store.AppendAsync(new AuditEntry(Noon, "kari", "message.view", "larvik", "1", null), None);

        var taken = await StoreBackup.TakeAsync(Database.Place, _folder, Noon, None);
        await AcceptDueAsync("c");

        await using var other = await _create();
        Assert.Equal(taken, await StoreBackup.RestoreAsync(_folder, other.Place, "operator:kari", Noon, None));
        await using var restored = other.Open();
        await restored.MigrateAsync(64, None);
        Assert.Equal(new Ledger(2, 1, 0, 1, 2, 0), await restored.LedgerAsync(null, None));
        Assert.Equal((2, 2), (taken.Facts.Messages, taken.Facts.LastMessage));
        Assert.Equal((taken.Facts.AuditEntries + 1, null), await restored.VerifyAsync(None));
        var bodies = (await Store.BodiesAsync(ids[1].MessageId, None))!.SealedRaw;
        Assert.Equal(bodies.ToArray(), (await restored.BodiesAsync(ids[1].MessageId, None))!.SealedRaw.ToArray());
    }

    /// <summary>What was accepted after the backup has been sent under its numbers: a receiver would drop another message that comes under one of them.</summary>
    [Fact]
    public async Task Should_never_give_a_number_again_after_a_restore()
    {
        await AcceptDueAsync("a");
        await StoreBackup.TakeAsync(Database.Place, _folder, Noon, None);
        var lost = (await AcceptDueAsync("lost"))[0].MessageId;

        await using var other = await _create();
        await StoreBackup.RestoreAsync(_folder, other.Place, "operator:kari", Noon, None);
        await using var restored = other.Open();
        await restored.MigrateAsync(64, None);
        var fresh = (await restored.AcceptAsync([Raw(Message("new"))], None))[0][0].MessageId;
        Assert.True(fresh >= lost + StoreBackup.NumberGap - 1, $"{fresh} after {lost}");
    }

    [Fact]
    public async Task Should_put_nothing_back_that_is_not_what_was_backed_up()
    {
        await using var other = await _create();
        Assert.Contains("no whole backup", (await RefusedAsync(other)).Message, StringComparison.Ordinal);
        var taken = await StoreBackup.TakeAsync(Database.Place, _folder, Noon, None);
        var file = Path.Combine(_folder, taken.File);
        await using (var copy = File.Open(file, FileMode.Open))
        {
            copy.Position = copy.Length / 2;
            copy.WriteByte(0x55);
            copy.WriteByte(0xAA);
            copy.WriteByte(0x55);
        }

        Assert.Contains("hash", (await RefusedAsync(other)).Message, StringComparison.Ordinal);
        File.Delete(file);
        Assert.Contains("hash", (await RefusedAsync(other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_replace_neither_a_hub_nor_an_earlier_backup()
    {
        await StoreBackup.TakeAsync(Database.Place, _folder, Noon, None);
        Assert.Contains("replaces nothing", (await RefusedAsync(Database)).Message, StringComparison.Ordinal);
        var again = await Assert.ThrowsAsync<StoreRefusedException>(() => StoreBackup.TakeAsync(Database.Place, _folder, Noon, None));
        Assert.Contains("not empty", again.Message, StringComparison.Ordinal);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private Task<StoreRefusedException> RefusedAsync(TestDatabase target) =>
        Assert.ThrowsAsync<StoreRefusedException>(() => StoreBackup.RestoreAsync(_folder, target.Place, "operator:kari", Noon, None));
}
