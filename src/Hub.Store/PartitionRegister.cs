using System.Globalization;
using Hub.Core.Storage;
using Hub.Store.Sql;

namespace Hub.Store;

/// <summary>Epochs of partitions and signs of life of nodes.</summary>
internal sealed class PartitionRegister(Database database)
{
    // In order of number, as commits lock them: two that take the same ones wait, never deadlock.
    private readonly string _lock = "select id from part where id " + string.Format(CultureInfo.InvariantCulture, database.Dialect.Among, "$1") + " order by id" + database.Dialect.ForUpdate;

    private readonly string _take = "update part set epoch = epoch + 1, owner = $1, taken = $2 where id "
        + string.Format(CultureInfo.InvariantCulture, database.Dialect.Among, "$3") + " returning id, epoch";

    public Task<IReadOnlyDictionary<int, long>> TakeAsync(string node, IReadOnlyList<int> partitions, CancellationToken cancel) => database.WriteAsync(
        async session =>
        {
            var now = await database.NowAsync(session);
            var wanted = partitions.ToArray();
            await session.ListAsync(r => r.GetInt32(0), _lock, wanted);
            var taken = await session.ListAsync(r => (Partition: r.GetInt32(0), Epoch: r.GetInt64(1)), _take, node, now, wanted);
            return (IReadOnlyDictionary<int, long>)taken.ToDictionary(t => t.Partition, t => t.Epoch);
        },
        cancel);

    public Task<IReadOnlyList<PartitionOwner>> OwnersAsync(CancellationToken cancel) => database.ReadAsync(
        async session => (IReadOnlyList<PartitionOwner>)await session.ListAsync(
            r => new PartitionOwner(r.GetInt32(0), r.GetString(1), r.GetInt64(2)), "select id, owner, epoch from part where owner is not null order by id"),
        cancel);

    public Task<IReadOnlyList<string>> HeartbeatAsync(string node, TimeSpan within, CancellationToken cancel) => database.WriteAsync(
        async session =>
        {
            var now = await database.NowAsync(session);
            await session.RunAsync("insert into node (name, seen) values ($1, $2) on conflict (name) do update set seen = excluded.seen", node, now);
            var names = await session.ListAsync(r => r.GetString(0), "select name from node where seen >= $1", now - (within.Ticks / TimeSpan.TicksPerMicrosecond));
            names.Sort(StringComparer.Ordinal);
            return (IReadOnlyList<string>)names;
        },
        cancel);
}
