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
