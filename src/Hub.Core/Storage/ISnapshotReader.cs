namespace Hub.Core.Storage;

/// <summary>Reads the configurations that were in force.</summary>
public interface ISnapshotReader
{
    /// <summary>Numbers and times, newest first.</summary>
    /// <param name="before">Only lower numbers: the key of the next page; null = from the newest.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>One page.</returns>
    Task<IReadOnlyList<SnapshotHead>> SnapshotsAsync(int? before, int limit, CancellationToken cancel);

    /// <summary>One configuration with its text.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The configuration; null when there is none of this number.</returns>
    Task<StoredSnapshot?> SnapshotAsync(int number, CancellationToken cancel);
}

/// <summary>A configuration that was in force.</summary>
/// <param name="Number">Its number; deliveries name it.</param>
/// <param name="At">When it came into force.</param>
public sealed record SnapshotHead(int Number, DateTimeOffset At);

/// <summary>A configuration that was in force, with its text.</summary>
/// <param name="Head">Number and time.</param>
/// <param name="Text">All tenant files in one text.</param>
public sealed record StoredSnapshot(SnapshotHead Head, string Text);
