using System.Data.Common;
using Hub.Store.Sql;
using Npgsql;

namespace Hub.Store.Postgres;

/// <summary>Statements on one PostgreSQL connection.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection, CancellationToken cancel) : Session(cancel)
{
    public override async Task RunAllAsync(IReadOnlyList<Statement> statements)
    {
        if (statements.Count == 0)
            return;
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (sql, values) in statements)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in values)
                command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(Cancel);
    }

    protected override DbCommand Command(string sql, object?[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}
