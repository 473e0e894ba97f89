namespace Hub.Store.Sql;

/// <summary>Where statements run that are not hot: the same text on both databases, with numbered parameters ($1, $2 ...).</summary>
internal abstract class Database : IAsyncDisposable
{
    /// <summary>Whether what was written last was taken, as far as this process knows. False on a disk that is full or read-only, which reading does not show.</summary>
    public virtual bool TakesWrites => true;

    /// <summary>What differs.</summary>
    public abstract Dialect Dialect { get; }

    /// <summary>The time as all nodes of the installation see it.</summary>
    public abstract Task<long> NowAsync(Session session);

    /// <summary>Runs work that reads.</summary>
    public abstract Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancel);

    /// <summary>Runs work in one transaction, durable when it returns.</summary>
    public abstract Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancel);

    /// <summary>Runs work in one transaction that no other process can run at the same time.</summary>
    public abstract Task<T> AloneAsync<T>(Func<Session, Task<T>> work, CancellationToken cancel);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
