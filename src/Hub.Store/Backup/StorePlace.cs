using Hub.Store.Postgres;
using Hub.Store.Sql;
using Hub.Store.Sqlite;

namespace Hub.Store.Backup;

/// <summary>Where an installation's database is.</summary>
public abstract record StorePlace
{
    private StorePlace()
    {
    }

    /// <summary>Name in manifests: <c>sqlite</c> or <c>postgres</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The place as people may see it: kind and path, or host, port and database. No user, no password.</summary>
    public abstract string Shown { get; }

    /// <summary>Name of the copy's file in a backup.</summary>
    internal abstract string FileName { get; }

    internal abstract Database Open();

    /// <summary>A SQLite file.</summary>
    /// <param name="Path">Path of the file.</param>
    public sealed record SqliteFile(string Path) : StorePlace
    {
        /// <inheritdoc/>
        public override string Kind => "sqlite";

        /// <inheritdoc/>
        public override string Shown => $"SQLite {Path}";

        internal override string FileName => "hub.db";

        internal override Database Open() => new SqliteDatabase(Path, TimeProvider.System);
    }

    /// <summary>A PostgreSQL database.</summary>
    /// <param name="ConnectionString">Npgsql connection string; never shown.</param>
    public sealed record PostgresServer(string ConnectionString) : StorePlace
    {
        /// <inheritdoc/>
        public override string Kind => "postgres";

        /// <inheritdoc/>
        public override string Shown => PostgresDatabase.Shown(ConnectionString);

        internal override string FileName => "hub.dump";

        internal override Database Open() => new PostgresDatabase(ConnectionString);

        /// <summary>Shows no connection string.</summary>
        /// <returns>The kind.</returns>
        public override string ToString() => Kind;
    }
}
