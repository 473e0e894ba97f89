using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Schema;

/// <summary>The texts of the configurations that were in force, numbered.</summary>
internal sealed class SnapshotStore(Database database)
{
    /// <summary>Alone, so that two nodes that load the same files at once agree on one number.</summary>
    public Task<int> StoreAsync(string text, DateTimeOffset at, CancellationToken cancel) => database.AloneAsync(
        async session =>
        {
            var content = CleanText.Of(text);
            var latest = await session.FirstAsync(
                r => (Number: r.GetInt32(0), Content: r.GetString(1)), "select number, content from snapshot order by number desc limit 1");
            if (latest.Content == content)
                return latest.Number;
            await session.RunAsync("insert into snapshot (number, at, content) values ($1, $2, $3)", latest.Number + 1, Micros.Of(at), content);
            return latest.Number + 1;
        },
        cancel);

    public Task<IReadOnlyList<SnapshotHead>> ListAsync(int? before, int limit, CancellationToken cancel) => database.ReadAsync<IReadOnlyList<SnapshotHead>>(
        async session => await session.ListAsync(
            r => new SnapshotHead(r.GetInt32(0), r.Time(1)), "select number, at from snapshot where number < $1 order by number desc limit $2", before ?? int.MaxValue, limit),
        cancel);

    public Task<StoredSnapshot?> FindAsync(int number, CancellationToken cancel) => database.ReadAsync(
        session => session.FirstAsync(
            r => new StoredSnapshot(new SnapshotHead(r.GetInt32(0), r.Time(1)), r.GetString(2)), "select number, at, content from snapshot where number = $1", number),
        cancel);
}
