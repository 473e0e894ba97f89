using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Hub.Store.Sql;
using Microsoft.Data.Sqlite;

namespace Hub.Store.Sqlite;

/// <summary>Statements on one SQLite connection.</summary>
internal sealed class SqliteSession(SqliteConnection connection, CancellationToken cancel) : Session(cancel)
{
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public override async Task RunAllAsync(IReadOnlyList<Statement> statements)
    {
        var prepared = new Dictionary<string, DbCommand>(StringComparer.Ordinal);
        try
        {
            foreach (var (sql, values) in statements)
            {
                if (prepared.TryGetValue(sql, out var command))
                {
                    for (var i = 0; i < values.Length; i++)
                        command.Parameters[i].Value = Stored(values[i]);
                }
                else
                {
                    prepared.Add(sql, command = Command(sql, values));
                }

                await command.ExecuteNonQueryAsync(Cancel);
            }
        }
        finally
        {
            foreach (var command in prepared.Values)
                await command.DisposeAsync();
        }
    }

    protected override DbCommand Command(string sql, object?[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue("$" + (i + 1).ToString(CultureInfo.InvariantCulture), Stored(values[i]));
        return command;
    }

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => id.ToByteArray(bigEndian: true),
        ReadOnlyMemory<byte> bytes => bytes.ToArray(),
        int[] numbers => JsonSerializer.Serialize(numbers),
        long[] numbers => JsonSerializer.Serialize(numbers),
        string[] texts => JsonSerializer.Serialize(texts),
        _ => value,
    };
}
