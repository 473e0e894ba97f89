using System.Data.Common;
using Hub.Store.Sql;
using Npgsql;

namespace Hub.Store.Postgres;

/// <summary>Statements on one PostgreSQL connection.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection, CancellationToken cancel) : Session(cancel)
{
    protected override DbCommand Command(string sql, object?[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}
