using Hub.Core.Storage;
using Hub.Store;
using Hub.Store.Backup;
using Npgsql;
using Xunit;

namespace Hub.ContractTests.Store;

/// <summary>A database made for one test and dropped after it. Opening it again is what a restart does.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract StorePlace Place { get; }

    public abstract IHubStore Open();

    /// <summary>Runs a statement behind the store's back.</summary>
    public abstract Task RunAsync(string sql);

    public abstract ValueTask DisposeAsync();

    public static Task<TestDatabase> SqliteAsync() => Task.FromResult<TestDatabase>(new SqliteFile());

    public static async Task<TestDatabase> PostgresAsync()
    {
        var server = Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "HUB_TEST_POSTGRES is not set: no PostgreSQL to test on.");
        return await PostgresServer.CreateAsync(server!);
    }

    private sealed class SqliteFile : TestDatabase
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("hub-store-").FullName;

        private string File => Path.Combine(_folder, "hub.db");

        public override StorePlace Place => new StorePlace.SqliteFile(File);

        public override IHubStore Open() => HubStore.OpenSqlite(File);

        public override async Task RunAsync(string sql)
        {
            await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={File};Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }

        public override ValueTask DisposeAsync()
        {
            Directory.Delete(_folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class PostgresServer(string server, string name) : TestDatabase
    {
        private readonly string _address = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ConnectionString;

        public static async Task<TestDatabase> CreateAsync(string server)
        {
            var name = "hub_store_" + Guid.NewGuid().ToString("N")[..12];
            await RunAsync(Admin(server), $"create database {name}");
            return new PostgresServer(server, name);
        }

        public override StorePlace Place => new StorePlace.PostgresServer(_address);

        public override IHubStore Open() => HubStore.OpenPostgres(_address);

        public override Task RunAsync(string sql) => RunAsync(_address, sql);

        public override async ValueTask DisposeAsync() => await RunAsync(Admin(server), $"drop database {name} with (force)");

        private static string Admin(string server) => new NpgsqlConnectionStringBuilder(server) { Database = "postgres" }.ConnectionString;

        private static async Task RunAsync(string address, string sql)
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address) { Pooling = false }.ConnectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
