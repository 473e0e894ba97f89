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
}
