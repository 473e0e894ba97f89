using Npgsql;

namespace Hub.Tests.Support;

/// <summary>Databases of a test's own on a PostgreSQL server.</summary>
internal static class TestDatabase
{
    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> MakeAsync(string server, string name)
    {
        await ExecuteAsync(server, $"create database \"{name}\"");
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    public static Task DropAsync(string server, string name) => ExecuteAsync(server, $"drop database if exists \"{name}\" with (force)");

    /// <summary>Ends every connection to a database and lets nobody in again, as when its server is gone.</summary>
    public static async Task ShutAsync(string server, string name)
    {
        await ExecuteAsync(server, $"alter database \"{name}\" with allow_connections false");
        await ExecuteAsync(server, $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
    }

    /// <summary>Lets people in again.</summary>
    public static Task ReopenAsync(string server, string name) => ExecuteAsync(server, $"alter database \"{name}\" with allow_connections true");

    /// <summary>Runs a statement.</summary>
    public static Task RunAsync(string database, string sql) => ExecuteAsync(database, sql);

    private static async Task ExecuteAsync(string server, string sql)
    {
        // Its own connection, closed at the end: a pooled one would keep the template database busy.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
