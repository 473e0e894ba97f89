using Hub.Core.Storage;
using Hub.Host.Configuration;
using Hub.Store;
using Hub.Store.Backup;

namespace Hub.Host.Composition;

/// <summary>Opens the database and the encryption keys that the settings name.</summary>
internal static class Databases
{
    /// <summary>Where the database of an installation is.</summary>
    /// <param name="settings">Its settings.</param>
    /// <returns>The place.</returns>
    public static StorePlace Place(HubSettings settings) => settings.Postgres is { } connection
        ? new StorePlace.PostgresServer(connection)
        : new StorePlace.SqliteFile(Path.Combine(settings.DataDirectory, "hub.db"));

    /// <summary>PostgreSQL where the settings name it, else SQLite in the data directory.</summary>
    public static IHubStore Store(HubSettings settings, TimeProvider time) => settings.Postgres is { } connection
        ? HubStore.OpenPostgres(connection)
        : HubStore.OpenSqlite(Path.Combine(settings.DataDirectory, "hub.db"), time);

    /// <summary>The same database for a command, while a hub may run on it.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="mayMake">Whether it is made where there is none: a misspelt directory or database must not look like an empty one.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="StoreRefusedException">There is none.</exception>
    /// <exception cref="StoreUnavailableException">It does not answer.</exception>
    public static async Task<IHubStore> BesideAsync(HubSettings settings, bool mayMake, CancellationToken cancel)
    {
        var (place, path) = (Place(settings), Path.Combine(settings.DataDirectory, "hub.db"));
        if (!mayMake && settings.Postgres is null && !File.Exists(path))
            throw new StoreRefusedException($"There is no database {path}. A first 'hub run' or 'hub migrate' makes it; where a hub has run before, --data or HUB_DATA names another directory.");
        if (!mayMake && await HubStore.SchemaAsync(place, cancel) is null)
            throw new StoreRefusedException($"{place.Shown} is there and empty: correct {(settings.Postgres is null ? "--data" : "HUB_POSTGRES")}, or let 'hub migrate' make the tables.");
        return settings.Postgres is { } connection ? HubStore.OpenPostgres(connection) : HubStore.OpenSqliteBeside(path);
    }

    /// <summary>The keys in the data directory; every node of an installation needs the same ones.</summary>
    public static IBodyVault Vault(HubSettings settings) => BodyVault.Open(Path.Combine(settings.DataDirectory, "keys"));
}
