using System.Data.Common;
using Hub.Core.Storage;
using Hub.Store.Backup;
using Hub.Store.Flows;
using Hub.Store.Postgres;
using Hub.Store.Sql;
using Hub.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hub.Store;

/// <summary>Opens the database of an installation. Call <see cref="IHubStore.MigrateAsync"/> before anything else.</summary>
public static class HubStore
{
    /// <summary>Number of the schema that this version of the hub works with.</summary>
    public static int Schema => Hub.Store.Schema.Migration.Latest;

    /// <summary>PostgreSQL 13 or later: any number of nodes. Nothing is connected yet.</summary>
    /// <param name="connectionString">Npgsql connection string. It is never logged and never part of an exception.</param>
    /// <returns>The store.</returns>
    /// <exception cref="StoreRefusedException">The connection string cannot be read.</exception>
    public static IHubStore OpenPostgres(string connectionString)
    {
        var database = new PostgresDatabase(connectionString);
        var locks = new PostgresLockSource(database);
        var flows = new FlowBook(database);
        return new ComposedStore(database, flows, new PostgresIntake(database, flows), new PostgresDeliveries(database), locks.OpenAsync);
    }

    /// <summary>SQLite: one process, nothing to install. The folder is made; a file <c>PATH.lock</c> keeps a second process out.</summary>
    /// <param name="path">Path of the database file.</param>
    /// <param name="time">Clock for signs of life; null for the system's.</param>
    /// <returns>The store.</returns>
    /// <exception cref="StoreRefusedException">Another process has the file open.</exception>
    public static IHubStore OpenSqlite(string path, TimeProvider? time = null) => Over(new SqliteDatabase(path, time ?? TimeProvider.System));

    /// <summary>SQLite for a command that looks or changes a little, while a hub may run on the same file. Nothing is taken in or delivered through it.</summary>
    /// <param name="path">Path of the database file.</param>
    /// <returns>The store.</returns>
    public static IHubStore OpenSqliteBeside(string path) => Over(new SqliteDatabase(path, TimeProvider.System, beside: true));

    /// <summary>Number of the schema that a database has, read beside a hub that may run on it.</summary>
    /// <param name="place">The database.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The number; null when nothing has been made in it yet.</returns>
    /// <exception cref="StoreUnavailableException">It does not answer.</exception>
    /// <exception cref="StoreRefusedException">It does not let the hub read.</exception>
    public static async Task<int?> SchemaAsync(StorePlace place, CancellationToken cancel)
    {
        await using Database database = place is StorePlace.SqliteFile file ? new SqliteDatabase(file.Path, TimeProvider.System, beside: true) : place.Open();
        try
        {
            return await database.ReadAsync(
                async session => int.TryParse(await session.FirstAsync(r => r.GetString(0), "select value from meta where name = 'schema'"), out var number) ? number : (int?)null, cancel);
        }
        catch (DbException none) when (none is SqliteException { SqliteErrorCode: 1 } or PostgresException { SqlState: PostgresErrorCodes.UndefinedTable })
        {
            // It answers, and has no such table.
            return null;
        }
        catch (PostgresException refused)
        {
            throw new StoreRefusedException(PostgresFaults.Translate(refused).Message, refused);
        }
    }

    private static ComposedStore Over(SqliteDatabase database)
    {
        var flows = new FlowBook(database);
        return new ComposedStore(database, flows, new SqliteIntake(database, flows), new SqliteDeliveries(database), _ => Task.FromResult<IPartitionLocks?>(null));
    }
}
