namespace Hub.Host.Reading;

/// <summary>One page of an answer.</summary>
/// <param name="Entries">What is on it, in order.</param>
/// <param name="Gathered">What it comes from.</param>
/// <param name="Next">Where the next page begins, null when there is none.</param>
internal sealed record ReadPage(IReadOnlyList<ReadEntry> Entries, Gathered Gathered, PagePosition? Next)
{
    /// <summary>How many there are on all pages; null when that is not known.</summary>
    public int? Total { get; init; }

    /// <summary>Cuts a page out of what was found. An entry is on it only when nothing that belongs before it can be missing.</summary>
    /// <param name="found">What was found and fits.</param>
    /// <param name="gathered">What it comes from.</param>
    /// <param name="newestFirst">The order.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="after">Where the page before ended, null for the first.</param>
    /// <returns>The page.</returns>
    public static ReadPage Of(IEnumerable<ReadEntry> found, Gathered gathered, bool newestFirst, int count, PagePosition? after)
    {
        var sorted = (newestFirst ? found.OrderByDescending(e => e.Time.Start) : found.OrderBy(e => e.Time.Start)).ThenBy(e => e.Id, StringComparer.Ordinal);
        var rest = sorted.Where(e => IsAfter(e, after, newestFirst)).ToArray();
        var edge = newestFirst ? gathered.Edge : null;

        // Of the very time at which a partner's answer ends, it may have given some entries and not others.
        var sure = edge is null ? rest : [.. rest.TakeWhile(e => e.Time.Start > edge)];
        var entries = sure.Length > count ? sure[..count] : sure;
        var more = sure.Length > count || edge is not null;
        return new ReadPage(entries, gathered, more ? Position(entries, after, edge) : null)
        {
            Total = after is null && !more && gathered.Missing.Count == 0 ? rest.Length : null,
        };
    }

    private static bool IsAfter(ReadEntry entry, PagePosition? after, bool newestFirst)
    {
        if (after is null)
            return true;
        var way = entry.Time.Start.CompareTo(after.At) * (newestFirst ? -1 : 1);
        return way > 0 || (way == 0 && string.CompareOrdinal(entry.Id, after.Id) > 0);
    }

    private static PagePosition Position(ReadEntry[] entries, PagePosition? after, DateTimeOffset? edge)
    {
        // A page on which nothing fits still moves on to where partners' answers ended.
        if (entries.Length == 0)
            return new PagePosition(edge ?? after!.At, "", 0);
        var last = entries[^1];
        var same = entries.Count(e => e.Time.Start == last.Time.Start) + (after?.At == last.Time.Start ? after.Same : 0);
        return new PagePosition(last.Time.Start, last.Id, same);
    }
}
