using Hub.Core.Storage;
using Hub.Store;
using Xunit;

namespace Hub.ContractTests.Store;

/// <summary>What only a file can do.</summary>
public sealed class SqliteTests() : StoreContract(TestDatabase.SqliteAsync)
{
    [Fact]
    public async Task Should_refuse_a_second_opening_until_the_first_is_closed()
    {
        Assert.Throws<StoreRefusedException>(Database.Open);
        Assert.Null(await Store.OpenLocksAsync(None));
        await ReopenAsync();
    }

    [Fact]
    public async Task Should_say_unavailable_for_a_file_that_is_no_database()
    {
        var folder = Directory.CreateTempSubdirectory("hub-store-").FullName;
        var path = Path.Combine(folder, "hub.db");
        await File.WriteAllTextAsync(path, new string('x', 10_000));
        await using (var store = HubStore.OpenSqlite(path))
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => store.MigrateAsync(4, None));
            Assert.False(await store.IsReadyAsync(None));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Should_take_nothing_in_when_its_file_was_removed()
    {
        var folder = Directory.CreateTempSubdirectory("hub-store-").FullName;
        var path = Path.Combine(folder, "hub.db");
        await using (var store = HubStore.OpenSqlite(path))
        {
            await store.MigrateAsync(4, None);
            Assert.True(await store.IsReadyAsync(None));
            File.Delete(path);

            Assert.False(await store.IsReadyAsync(None));
            await Assert.ThrowsAsync<StoreUnavailableException>(() => store.StoreSnapshotAsync("a", DateTimeOffset.UnixEpoch, None));

            // Another file under its name is not the one that is open.
            await File.WriteAllTextAsync(path, "");
            Assert.False(await store.IsReadyAsync(None));
        }

        Directory.Delete(folder, recursive: true);
    }
}
