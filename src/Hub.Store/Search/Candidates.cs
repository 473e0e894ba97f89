namespace Hub.Store.Search;

/// <summary>Some candidates.</summary>
/// <param name="Ids">Their numbers, the highest first.</param>
/// <param name="Next">There may be more below this number; null when there are none.</param>
/// <param name="Looked">How many were looked at to find them.</param>
internal sealed record Candidates(IReadOnlyList<long> Ids, long? Next, int Looked)
{
    /// <summary>What an index named, when so many were asked for.</summary>
    public static Candidates Of(IReadOnlyList<long> ids, int limit) => new(ids, ids.Count < limit ? null : ids[^1], ids.Count);

    /// <summary>Those of them that fit, so many at most.</summary>
    /// <param name="fitting">All that fit, in the same order.</param>
    /// <param name="limit">At most so many.</param>
    public Candidates Those(IReadOnlyList<long> fitting, int limit) =>
        fitting.Count > limit ? this with { Ids = [.. fitting.Take(limit)], Next = fitting[limit - 1] } : this with { Ids = fitting };
}
