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

    /// <summary>The keys in the data directory; every node of an installation needs the same ones.</summary>
    public static IBodyVault Vault(HubSettings settings) => BodyVault.Open(Path.Combine(settings.DataDirectory, "keys"));
}
