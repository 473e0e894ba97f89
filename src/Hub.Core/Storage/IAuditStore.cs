namespace Hub.Core.Storage;

/// <summary>The hash-chained audit log: every view, search, replay and change.</summary>
public interface IAuditStore
{
    /// <summary>Appends an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When durable.</returns>
    Task AppendAsync(AuditEntry entry, CancellationToken cancel);

    /// <summary>Walks the chain from the start.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Number of entries, and the number of the first one that does not fit; null when all do.</returns>
    Task<(long Entries, long? FirstBroken)> VerifyAsync(CancellationToken cancel);
}

/// <summary>Something somebody did.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Operator, key or partner.</param>
/// <param name="Action">Stable name: <c>message.view</c>, <c>delivery.redeliver</c>, <c>consent.set</c>, <c>config.reload</c> ...</param>
/// <param name="Tenant">Tenant, null for the installation.</param>
/// <param name="Target">What it was done to: message or delivery number, partner, file. No personal data.</param>
/// <param name="Reason">Why, null when none was asked for.</param>
public sealed record AuditEntry(DateTimeOffset At, string Who, string Action, string? Tenant, string? Target, string? Reason);
