using System.Globalization;
using Hub.Core.Storage;
using Hub.Store;
using Npgsql;

namespace Hub.Benchmarks.Running;

/// <summary>What a hub under test stores in and spreads its work with.</summary>
public sealed class Backing : IAsyncDisposable
{
    private readonly string? _postgres;
    private readonly string? _database;

    private Backing(string name, string directory, string? postgres, string? database, IReadOnlyDictionary<string, string> environment)
    {
        Name = name;
        Directory = directory;
        _postgres = postgres;
        _database = database;
        Environment = environment;
    }

    public string Name { get; }

    public string Directory { get; }

    /// <summary>Environment of the hub's process.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    public static Backing Sqlite() => new("SQLite", Scratch(), null, null, new Dictionary<string, string>());

    public static async Task<Backing> PostgresAsync(string postgres, string? rabbit)
    {
        var database = string.Create(CultureInfo.InvariantCulture, $"bench_{Guid.NewGuid():N}");
        await ExecuteAsync(postgres, $"create database {database}");
        var environment = new Dictionary<string, string> { ["HUB_POSTGRES"] = new NpgsqlConnectionStringBuilder(postgres) { Database = database }.ConnectionString };
        if (rabbit is not null)
            environment["HUB_RABBITMQ"] = rabbit;
        return new Backing(rabbit is null ? "PostgreSQL" : "PostgreSQL + RabbitMQ", Scratch(), postgres, database, environment);
    }

    /// <summary>Opens the store itself, without a hub.</summary>
    public IHubStore Open() => _postgres is null
        ? HubStore.OpenSqlite(Path.Combine(System.IO.Directory.CreateDirectory(Path.Combine(Directory, "data")).FullName, "hub.db"))
        : HubStore.OpenPostgres(Environment["HUB_POSTGRES"]);

    /// <summary>Lets the database do what it does by itself a little later, so that what is measured next is measured alone.</summary>
    public async Task SettleAsync()
    {
        if (_postgres is not null)
            await ExecuteAsync(Environment["HUB_POSTGRES"], "vacuum analyze");
    }

    /// <summary>Bytes on disk, indexes and all. The write-ahead log is left out: it is bounded, and used again.</summary>
    public async Task<long> BytesAsync()
    {
        if (_postgres is null)
            return new FileInfo(Path.Combine(Directory, "data", "hub.db")).Length;
        await ExecuteAsync(_postgres, "checkpoint");
        await using var connection = new NpgsqlConnection(_postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"select pg_database_size('{_database}')", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
            await ExecuteAsync(_postgres, $"drop database if exists {_database} with (force)");
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private static string Scratch() => System.IO.Directory.CreateTempSubdirectory("hub-bench-").FullName;

    private static async Task ExecuteAsync(string postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }
}
