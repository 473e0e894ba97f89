using System.Globalization;
using Hub.Core.Storage;
using Hub.Store.Sql;

namespace Hub.Store.Schema;

/// <summary>Brings the schema up to date and knows the installation.</summary>
internal sealed class SchemaStore(Database database)
{
    public Task<Installation> MigrateAsync(int partitions, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(partitions, 1);
        return database.AloneAsync(session => MigrateAsync(session, partitions), cancel);
    }

    private async Task<Installation> MigrateAsync(Session session, int partitions)
    {
        await session.RunAsync("create table if not exists meta (name text not null primary key, value text not null)");
        var version = int.Parse(await ReadAsync(session, "schema") ?? "0", CultureInfo.InvariantCulture);
        // A newer hub says which older ones may go on beside it, and be gone back to.
        if (version > Migration.Latest && int.Parse(await ReadAsync(session, "oldest") ?? int.MaxValue.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) > Migration.Latest)
        {
            throw new StoreRefusedException(
                $"The database has schema {version}, made by a newer version of the hub; this one knows schema {Migration.Latest}. Run the newer version.");
        }

        foreach (var migration in Migration.All.Where(m => m.Number > version))
        {
            foreach (var statement in migration.Statements(database.Dialect))
                await session.RunAsync(statement);
        }

        if (version == 0)
            await FoundAsync(session, partitions);
        if (version < Migration.Latest)
        {
            await WriteAsync(session, "schema", Migration.Latest.ToString(CultureInfo.InvariantCulture));
            await WriteAsync(session, "oldest", Migration.OldestReader.ToString(CultureInfo.InvariantCulture));
        }

        return new Installation(
            Guid.Parse((await ReadAsync(session, "installation"))!),
            int.Parse((await ReadAsync(session, "partitions"))!, CultureInfo.InvariantCulture));
    }

    private static async Task FoundAsync(Session session, int partitions)
    {
        await WriteAsync(session, "installation", Guid.NewGuid().ToString("D"));
        await WriteAsync(session, "partitions", partitions.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < partitions; i++)
            await session.RunAsync("insert into part (id, epoch) values ($1, 0)", i);
        await session.RunAsync("insert into counter (id, last) values (1, 0)");
        await session.RunAsync("insert into audit_head (id, seq, hash) values (1, 0, $1)", new byte[32]);
    }

    private static Task<string?> ReadAsync(Session session, string name) =>
        session.FirstAsync(r => r.GetString(0), "select value from meta where name = $1", name);

    private static Task<int> WriteAsync(Session session, string name, string value) =>
        session.RunAsync("insert into meta (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value", name, value);
}
