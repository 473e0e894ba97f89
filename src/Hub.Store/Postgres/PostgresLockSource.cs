using Hub.Core.Storage;

namespace Hub.Store.Postgres;

/// <summary>Locks for nodes that share a database without a broker.</summary>
internal sealed class PostgresLockSource(PostgresDatabase database)
{
    public async Task<IPartitionLocks?> OpenAsync(CancellationToken cancel)
    {
        // The class of the locks comes from the installation, so that two installations in databases of one cluster stay apart even behind one pooler.
        var installation = await database.ReadAsync(
            s => s.FirstAsync(r => Guid.Parse(r.GetString(0)), "select value from meta where name = 'installation'"), cancel);
        var connection = database.Dedicated();
        try
        {
            await connection.OpenAsync(cancel);
            return new PostgresLocks(connection, BitConverter.ToInt32(installation.ToByteArray()));
        }
        catch (Exception fault)
        {
            await connection.DisposeAsync();
            if (PostgresFaults.IsUnavailable(fault))
                throw PostgresFaults.Translate(fault);
            throw;
        }
    }
}
