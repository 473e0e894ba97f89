using Hub.Core.Storage;
using Hub.Host.Configuration;
using Hub.Store;

namespace Hub.Host.Composition;

/// <summary>Opens the database and the encryption keys that the settings name.</summary>
internal static class Databases
{
    /// <summary>PostgreSQL where the settings name it, else SQLite in the data directory.</summary>
    public static IHubStore Store(HubSettings settings, TimeProvider time) => settings.Postgres is { } connection
        ? HubStore.OpenPostgres(connection)
        : HubStore.OpenSqlite(Path.Combine(settings.DataDirectory, "hub.db"), time);

    /// <summary>The same database for a command, while a hub may run on it.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="mayMake">Whether it is made where there is none: a misspelt directory must not look like an empty database.</param>
    /// <exception cref="StoreRefusedException">There is none.</exception>
    public static IHubStore Beside(HubSettings settings, bool mayMake)
    {
        if (settings.Postgres is { } connection)
            return HubStore.OpenPostgres(connection);
        var path = Path.Combine(settings.DataDirectory, "hub.db");
        return mayMake || File.Exists(path) ? HubStore.OpenSqliteBeside(path) : throw new StoreRefusedException($"There is no database {path} (--data).");
    }

    /// <summary>The keys in the data directory; every node of an installation needs the same ones.</summary>
    public static IBodyVault Vault(HubSettings settings) => BodyVault.Open(Path.Combine(settings.DataDirectory, "keys"));
}
