using System.Data.Common;

namespace Hub.Store.Sql;

/// <summary>One connection for the length of one piece of work.</summary>
internal abstract class Session(CancellationToken cancel)
{
    public CancellationToken Cancel { get; } = cancel;

    /// <summary>Runs a statement.</summary>
    /// <returns>Rows changed.</returns>
    public async Task<int> RunAsync(string sql, params object?[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>Runs statements in their order, without waiting between them where the database can.</summary>
    public abstract Task RunAllAsync(IReadOnlyList<Statement> statements);

    /// <summary>Reads all rows.</summary>
    public async Task<List<T>> ListAsync<T>(Func<DbDataReader, T> read, string sql, params object?[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(Cancel))
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>Reads the first row, default when there is none.</summary>
    public async Task<T?> FirstAsync<T>(Func<DbDataReader, T> read, string sql, params object?[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        return await reader.ReadAsync(Cancel) ? read(reader) : default;
    }

    protected abstract DbCommand Command(string sql, object?[] values);
}
