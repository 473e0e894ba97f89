using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Hub.Store.Sqlite;

/// <summary>A prepared statement that is run again and again. Straight on SQLite's own interface: no parameter objects, no copies of bodies.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public SqliteStatement Bind(int parameter, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, parameter, value));
        return this;
    }

    public SqliteStatement Bind(int parameter, string? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(_statement, parameter) : raw.sqlite3_bind_text(_statement, parameter, value));
        return this;
    }

    public SqliteStatement Bind(int parameter, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        Check(raw.sqlite3_bind_blob(_statement, parameter, bytes));
        return this;
    }

    /// <summary>Binds bytes; empty ones as null.</summary>
    public SqliteStatement Bind(int parameter, ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty ? raw.sqlite3_bind_null(_statement, parameter) : raw.sqlite3_bind_blob(_statement, parameter, value));
        return this;
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>Rows changed.</returns>
    public int Run()
    {
        try
        {
            Step();
            return raw.sqlite3_changes(_database);
        }
        finally
        {
            // The code of a failed step was looked at already; reset repeats it.
            _ = raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>Reads the first row's first columns as numbers and 16-byte ids.</summary>
    /// <returns>False when there is no row.</returns>
    public bool TryRead(out long number, out Guid id)
    {
        try
        {
            (number, id) = (0, Guid.Empty);
            if (!Step())
                return false;
            number = raw.sqlite3_column_int64(_statement, 0);
            if (raw.sqlite3_column_count(_statement) > 1)
                id = new Guid(raw.sqlite3_column_blob(_statement, 1), bigEndian: true);
            return true;
        }
        finally
        {
            _ = raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    private bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is raw.SQLITE_ROW or raw.SQLITE_DONE)
            return result == raw.SQLITE_ROW;
        Check(result);
        return false;
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
