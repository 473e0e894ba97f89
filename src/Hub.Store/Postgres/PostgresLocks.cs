using Hub.Core.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Hub.Store.Postgres;

/// <summary>Session-level advisory locks on a connection of their own: they fall when the connection does.</summary>
internal sealed class PostgresLocks(NpgsqlConnection connection, int lockClass) : IPartitionLocks
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly HashSet<int> _held = [];

    public Task<IReadOnlyList<int>> TryLockAsync(IReadOnlyList<int> partitions, CancellationToken cancel) => AloneAsync(
        async () =>
        {
            // Session locks count: one that is held is not taken a second time.
            int[] wanted = [.. partitions.Where(p => !_held.Contains(p)).Distinct()];
            _held.UnionWith(await AskAsync("select id from unnest($1) as id where pg_try_advisory_lock($2, id)", wanted, cancel));
            return (IReadOnlyList<int>)[.. partitions.Where(_held.Contains).Distinct().Order()];
        },
        cancel);

    public Task ReleaseAsync(IReadOnlyList<int> partitions, CancellationToken cancel) => AloneAsync(
        async () =>
        {
            int[] given = [.. partitions.Where(_held.Contains).Distinct()];
            await AskAsync("select id from unnest($1) as id where pg_advisory_unlock($2, id)", given, cancel);
            _held.ExceptWith(given);
            return true;
        },
        cancel);

    public async Task<bool> IsAliveAsync(CancellationToken cancel)
    {
        try
        {
            return await AloneAsync(
                async () =>
                {
                    await AskAsync("select id from unnest($1) as id where $2 is null", [1], cancel);
                    return true;
                },
                cancel);
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        _gate.Dispose();
    }

    private async Task<List<int>> AskAsync(string sql, int[] partitions, CancellationToken cancel)
    {
        var answer = new List<int>();
        if (partitions.Length == 0)
            return answer;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = partitions, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = lockClass, NpgsqlDbType = NpgsqlDbType.Integer });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            answer.Add(reader.GetInt32(0));
        return answer;
    }

    private async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            return await work();
        }
        catch (Exception fault) when (PostgresFaults.IsUnavailable(fault) || fault is InvalidOperationException or ObjectDisposedException)
        {
            // A connection that broke earlier says "not open": the locks are gone all the same.
            throw PostgresFaults.Translate(fault);
        }
        finally
        {
            _gate.Release();
        }
    }
}
