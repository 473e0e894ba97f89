namespace Hub.Host.Configuration.Snapshots;

/// <summary>What became of one file from one configuration to another. Hashes of keys are shortened.</summary>
/// <param name="File">Its name.</param>
/// <param name="Tenant">The tenant it is of; null when that cannot be told.</param>
/// <param name="Change"><c>added</c>, <c>removed</c> or <c>changed</c>.</param>
/// <param name="Diff">The difference as <c>diff -u</c> writes it.</param>
internal sealed record SnapshotDifference(string File, string? Tenant, string Change, string Diff)
{
    /// <summary>Compares configurations. Pure.</summary>
    /// <param name="before">Files of the one.</param>
    /// <param name="after">Files of the other.</param>
    /// <returns>The files that differ, by name.</returns>
    public static IReadOnlyList<SnapshotDifference> Between(IReadOnlyList<SnapshotFile> before, IReadOnlyList<SnapshotFile> after)
    {
        var (a, b) = (before.ToDictionary(f => f.Name, StringComparer.Ordinal), after.ToDictionary(f => f.Name, StringComparer.Ordinal));
        return [.. a.Keys.Union(b.Keys).Order(StringComparer.Ordinal).Select(n => Of(a.GetValueOrDefault(n), b.GetValueOrDefault(n))).OfType<SnapshotDifference>()];
    }

    private static SnapshotDifference? Of(SnapshotFile? before, SnapshotFile? after)
    {
        if (before?.Text == after?.Text)
            return null;
        var file = after ?? before!;
        var change = before is null ? "added" : after is null ? "removed" : "changed";
        return new SnapshotDifference(file.Name, file.Tenant, change, KeyHashes.Shorten(UnifiedDiff.Of(before?.Text, after?.Text, file.Name)));
    }
}
