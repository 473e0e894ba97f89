namespace Hub.Core.Storage;

/// <summary>One database with everything in it. PostgreSQL and SQLite implement it; one contract suite runs on both.</summary>
public interface IHubStore : IIntakeStore, IDeliveryStore, IExchangeStore, IPartitionStore, IConsentStore, IOperatorStore, IActionStore, IAuditStore, IAuditReader, ITokenStore, IRecordStore, IStatisticsStore, ISearchStore, IFlowStore, IProofStore, IHealthStore, IRetentionStore, ISnapshotReader, IWithdrawalStore, IAsyncDisposable
{
    /// <summary>Brings the schema up to date, and reads or makes the installation id.</summary>
    /// <param name="partitions">Number of partitions; fixed once the database exists.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The installation.</returns>
    Task<Installation> MigrateAsync(int partitions, CancellationToken cancel);

    /// <summary>Stores the text of a configuration snapshot, unless the same text is the latest.</summary>
    /// <param name="text">All tenant files, in one text.</param>
    /// <param name="at">When it came into force.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Its number.</returns>
    Task<int> StoreSnapshotAsync(string text, DateTimeOffset at, CancellationToken cancel);

    /// <summary>Whether the database answers.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>True when it does.</returns>
    Task<bool> IsReadyAsync(CancellationToken cancel);
}

/// <summary>One installation of the hub: all nodes on one database.</summary>
/// <param name="Id">Made when the database is.</param>
/// <param name="Partitions">Number of partitions, fixed when the database was made.</param>
public sealed record Installation(Guid Id, int Partitions);
