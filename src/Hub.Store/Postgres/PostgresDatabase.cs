using System.Data;
using Hub.Store.Sql;
using Npgsql;

namespace Hub.Store.Postgres;

/// <summary>PostgreSQL by connection pool.</summary>
internal sealed class PostgresDatabase : Database
{
    private const long MigrationLock = 0x4855_4220_4D49_4752;

    private readonly string _connectionString;

    public PostgresDatabase(string connectionString)
    {
        _connectionString = Complete(connectionString);
        Source = new NpgsqlSlimDataSourceBuilder(_connectionString).EnableArrays().Build();
    }

    public NpgsqlDataSource Source { get; }

    public override Dialect Dialect => Dialect.Postgres;

    public override Task<long> NowAsync(Session session) =>
        session.FirstAsync(r => r.GetInt64(0), "select (extract(epoch from clock_timestamp()) * 1000000)::bigint");

    public override Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancel) => RunAsync(IsolationLevel.RepeatableRead, null, work, cancel);

    public override Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancel) => RunAsync(IsolationLevel.ReadCommitted, null, work, cancel);

    public override Task<T> AloneAsync<T>(Func<Session, Task<T>> work, CancellationToken cancel) => RunAsync(IsolationLevel.ReadCommitted, MigrationLock, work, cancel);

    /// <summary>Runs work on a connection of the pool; faults of the connection become <see cref="Hub.Core.Storage.StoreUnavailableException"/>.</summary>
    public async Task<T> OnConnectionAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancel)
    {
        try
        {
            await using var connection = await Source.OpenConnectionAsync(cancel);
            return await work(connection);
        }
        catch (Exception fault) when (PostgresFaults.IsUnavailable(fault))
        {
            throw PostgresFaults.Translate(fault);
        }
    }

    /// <summary>A connection outside the pool: what it holds falls when it closes.</summary>
    public NpgsqlConnection Dedicated() => new(new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false }.ConnectionString);

    /// <summary>Which database a connection string names: host, port and name, without user and password.</summary>
    public static string Shown(string connectionString)
    {
        try
        {
            var named = new NpgsqlConnectionStringBuilder(connectionString);
            return $"PostgreSQL {named.Host}:{named.Port}/{named.Database ?? named.Username}";
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException)
        {
            return "PostgreSQL";
        }
    }

    public override ValueTask DisposeAsync() => Source.DisposeAsync();

    private async Task<T> RunAsync<T>(IsolationLevel level, long? alone, Func<Session, Task<T>> work, CancellationToken cancel) =>
        await OnConnectionAsync(
            async connection =>
            {
                await using var transaction = await connection.BeginTransactionAsync(level, cancel);
                var session = new PostgresSession(connection, cancel);
                if (alone is { } key)
                    await session.RunAsync("select pg_advisory_xact_lock($1)", key);
                var result = await work(session);
                await transaction.CommitAsync(cancel);
                return result;
            },
            cancel);

    private static string Complete(string connectionString)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(connectionString) { PersistSecurityInfo = false };
            if (builder.MaxAutoPrepare == 0)
                builder.MaxAutoPrepare = 40;
            builder.AutoPrepareMinUsages = 2;

            // A group of a few hundred messages goes out in a few writes.
            builder.WriteBufferSize = Math.Max(builder.WriteBufferSize, 64 * 1024);
            builder.ApplicationName ??= "hub";
            builder.IncludeErrorDetail = false;

            // Arrays of rows are planned the same whatever their length: planning each anew, or compiling the plan, costs more than it saves.
            // A plan made while the tables were small would read them from end to end for ever after, so that is never a choice: every statement has its index.
            builder.Options ??= "-c plan_cache_mode=force_generic_plan -c jit=off -c enable_seqscan=off";
            return builder.ConnectionString;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The driver's text can quote the connection string: it is not passed on.
            throw new StoreRefusedException("The PostgreSQL connection string cannot be read; expected 'Host=...;Database=...;Username=...'.");
        }
    }
}
