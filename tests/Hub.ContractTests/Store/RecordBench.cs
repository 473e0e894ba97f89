using Hub.Core.Storage;
using Hub.Tests.Support;

namespace Hub.ContractTests.Store;

/// <summary>Registers to test, wherever they are kept.</summary>
public abstract class RecordBench : IAsyncDisposable
{
    public abstract IRecordStore Records { get; }

    /// <summary>What a restart does; nothing where nothing outlives one.</summary>
    public abstract Task ReopenAsync();

    /// <summary>How many entries the audit log has.</summary>
    public abstract Task<long> AuditedAsync();

    public abstract ValueTask DisposeAsync();

    public static Task<RecordBench> MemoryAsync() => Task.FromResult<RecordBench>(new Memory());

    public static async Task<RecordBench> SqliteAsync() => await Kept.OpenAsync(await TestDatabase.SqliteAsync());

    public static async Task<RecordBench> PostgresAsync() => await Kept.OpenAsync(await TestDatabase.PostgresAsync());

    private sealed class Memory : RecordBench
    {
        private readonly MemoryRecords _records = new();

        public override IRecordStore Records => _records;

        public override Task ReopenAsync() => Task.CompletedTask;

        public override Task<long> AuditedAsync() => Task.FromResult((long)_records.Audit.Count);

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Kept(TestDatabase database) : RecordBench
    {
        private IHubStore _store = database.Open();

        public override IRecordStore Records => _store;

        public static async Task<RecordBench> OpenAsync(TestDatabase database)
        {
            var bench = new Kept(database);
            await bench._store.MigrateAsync(4, CancellationToken.None);
            return bench;
        }

        public override async Task ReopenAsync()
        {
            await _store.DisposeAsync();
            _store = database.Open();
            await _store.MigrateAsync(4, CancellationToken.None);
        }

        public override async Task<long> AuditedAsync()
        {
            var (entries, broken) = await _store.VerifyAsync(CancellationToken.None);
            return broken is null ? entries : -1;
        }

        public override async ValueTask DisposeAsync()
        {
            await _store.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
