using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Signing;

/// <summary>Non-repudiation of receipt: whether a receipt names the very digests that were sent (HITS 1172 rules 116 and 117).</summary>
public static class AcknowledgedDigests
{
    /// <summary>Compares what was sent with what was acknowledged.</summary>
    /// <param name="sent">References of the sent signature.</param>
    /// <param name="acknowledged">References of the receipt.</param>
    /// <returns>Equal; partly when nothing differs but some are not named (seen in the wild); absent when none is named; else different.</returns>
    public static DigestComparison Compare(IReadOnlyList<DigestReference> sent, IReadOnlyList<DigestReference> acknowledged)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(acknowledged);
        if (acknowledged.Count == 0)
            return DigestComparison.Absent;
        var matched = 0;
        foreach (var original in sent)
        {
            var copies = acknowledged.Count(a => SameUri(a.Uri, original.Uri));
            if (copies > 1)
                return DigestComparison.Different;
            if (copies == 0)
                continue;
            var copy = acknowledged.First(a => SameUri(a.Uri, original.Uri));
            if (copy.Algorithm != original.Algorithm || copy.Value != original.Value)
                return DigestComparison.Different;
            matched++;
        }

        if (matched != acknowledged.Count)
            return DigestComparison.Different;
        return matched == sent.Count ? DigestComparison.Equal : DigestComparison.Partial;
    }

    private static bool SameUri(string one, string other) =>
        one == other || (ContentIds.FromUri(one) is { } id && id == ContentIds.FromUri(other));
}
