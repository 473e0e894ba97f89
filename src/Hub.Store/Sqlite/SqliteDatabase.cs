using System.Collections.Concurrent;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Microsoft.Data.Sqlite;

namespace Hub.Store.Sqlite;

/// <summary>One file, one process: one connection writes under a lock, others read beside it (write-ahead log).</summary>
internal sealed class SqliteDatabase : Database
{
    // Keys come in no order: without the index pages of half a million messages in memory, each would cost a read. A checkpoint writes a page once however often it changed.
    private const string WriterSettings = "pragma synchronous = full; pragma cache_size = -32000";

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly FileStream? _lock;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentBag<SqliteConnection> _readers = [];
    private SqliteWriter? _writer;
    private bool _disposed;
    private volatile bool _gone;
    private volatile bool _refused;

    /// <param name="path">The file.</param>
    /// <param name="time">Clock for signs of life.</param>
    /// <param name="beside">Whether another process may run the hub on it.</param>
    public SqliteDatabase(string path, TimeProvider time, bool beside = false)
    {
        SQLitePCL.Batteries_V2.Init();
        _path = Path.GetFullPath(path);
        _time = time;
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        _lock = beside ? null : Lock(_path + ".lock");
    }

    public override Dialect Dialect => Dialect.Sqlite;

    // A node writes signs of life every few seconds, so that this does not stay as it is.
    public override bool TakesWrites => !_refused;

    public override Task<long> NowAsync(Session session) => Task.FromResult(Text.Micros.Of(_time.GetUtcNow()));

    public override async Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ThrowIfGone();
        try
        {
            if (!_readers.TryTake(out var reader))
                reader = Open("pragma query_only = 1; pragma cache_size = -4000");
            try
            {
                SqliteSession.Execute(reader, "begin");
                try
                {
                    return await work(new SqliteSession(reader, cancel));
                }
                finally
                {
                    SqliteSession.Execute(reader, "rollback");
                }
            }
            finally
            {
                if (_disposed)
                    await reader.DisposeAsync();
                else
                    _readers.Add(reader);
            }
        }
        catch (Exception fault) when (SqliteFaults.IsUnavailable(fault))
        {
            throw SqliteFaults.Translate(fault);
        }
    }

    public override Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancel) =>
        InTransactionAsync(writer => work(new SqliteSession(writer.Connection, cancel)), cancel);

    public override Task<T> AloneAsync<T>(Func<Session, Task<T>> work, CancellationToken cancel) => WriteAsync(work, cancel);

    /// <summary>Runs work on the writing connection, in one transaction that is on disk when it returns.</summary>
    public async Task<T> InTransactionAsync<T>(Func<SqliteWriter, Task<T>> work, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            ThrowIfGone();
            var writer = _writer ??= new SqliteWriter(Open(WriterSettings));
            writer.Begin();
            try
            {
                var result = await work(writer);
                writer.Commit();
                _refused = false;
                return result;
            }
            catch
            {
                writer.Rollback();
                throw;
            }
        }
        catch (Exception fault) when (SqliteFaults.IsUnavailable(fault))
        {
            _refused = !SqliteFaults.IsBusy(fault);
            throw SqliteFaults.Translate(fault);
        }
        finally
        {
            _gate.Release();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        _disposed = true;
        try
        {
            while (_readers.TryTake(out var reader))
                await reader.DisposeAsync();
            _writer?.Dispose();
            _writer = null;
            if (_lock is not null)
                await _lock.DisposeAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    // A file that was removed or moved while it is open takes writes all the same, and they are lost with the process.
    private void ThrowIfGone()
    {
        if (_writer is not null && !_gone && !File.Exists(_path))
            _gone = true;
        if (_gone)
            throw new StoreUnavailableException("The database file was removed or moved while in use: put it back and start the hub again.");
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException fault) when (IsOpenElsewhere(fault))
        {
            throw new StoreRefusedException("Another process has this SQLite database open. One process may use it at a time; several nodes need PostgreSQL.", fault);
        }
    }

    // EWOULDBLOCK of Linux and of BSD, a sharing or lock violation of Windows. Disk and file system speak for themselves.
    private static bool IsOpenElsewhere(IOException fault) => (fault.HResult & 0xFFFF) is 11 or 35 or 32 or 33;

    private SqliteConnection Open(string setting)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _path, Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            SqliteSession.Execute(connection, "pragma journal_mode = wal; pragma busy_timeout = 5000; pragma temp_store = memory; pragma wal_autocheckpoint = 10000");
            SqliteSession.Execute(connection, setting);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
