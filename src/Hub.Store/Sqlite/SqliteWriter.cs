using Microsoft.Data.Sqlite;

namespace Hub.Store.Sqlite;

/// <summary>The connection that writes, with its prepared statements.</summary>
internal sealed class SqliteWriter(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _statements = [];

    public SqliteConnection Connection => connection;

    /// <summary>The statement of a text, prepared once.</summary>
    public SqliteStatement this[string sql]
    {
        get
        {
            if (!_statements.TryGetValue(sql, out var statement))
                _statements[sql] = statement = new SqliteStatement(connection.Handle!, sql);
            return statement;
        }
    }

    public void Begin() => this["begin immediate"].Run();

    public void Commit() => this["commit"].Run();

    public void Rollback()
    {
        // A full disk may have rolled back already.
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
            this["rollback"].Run();
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        connection.Dispose();
    }
}
