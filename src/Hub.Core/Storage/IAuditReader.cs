namespace Hub.Core.Storage;

/// <summary>Reads the audit log.</summary>
public interface IAuditReader
{
    /// <summary>Reads entries, newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>One page.</returns>
    Task<IReadOnlyList<AuditLine>> EntriesAsync(AuditFilter filter, CancellationToken cancel);
}

/// <summary>An entry with its number.</summary>
/// <param name="Seq">Number; one more for each entry, over all nodes.</param>
/// <param name="Entry">The entry.</param>
public sealed record AuditLine(long Seq, AuditEntry Entry);

/// <summary>Which entries to read. All that are set must hold.</summary>
/// <param name="Tenant">About this tenant; null = about any, or none.</param>
/// <param name="Who">Done by exactly this name.</param>
/// <param name="Action">Exactly this action.</param>
/// <param name="Target">Done to exactly this.</param>
/// <param name="From">First moment.</param>
/// <param name="To">First moment after.</param>
/// <param name="Before">Only entries with a lower number: the key of the next page.</param>
/// <param name="Limit">At most so many; 1000 at the most.</param>
public sealed record AuditFilter(
    string? Tenant,
    string? Who = null,
    string? Action = null,
    string? Target = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    long? Before = null,
    int Limit = 50);
