using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Reliability;

/// <summary>Two lists of signed references, compared digest by digest. The transforms are not compared: they are copied text, the digest is the proof.</summary>
/// <param name="Missing">References of the first list that the second lacks.</param>
/// <param name="Different">References in both whose algorithm or digest differs.</param>
/// <param name="Extra">References of the second list that the first lacks.</param>
public sealed record DigestComparison(IReadOnlyList<string> Missing, IReadOnlyList<string> Different, IReadOnlyList<string> Extra)
{
    /// <summary>True when both lists say the same.</summary>
    public bool AreEqual => Missing.Count == 0 && Different.Count == 0 && Extra.Count == 0;

    /// <summary>True when nothing in the second list contradicts the first.</summary>
    public bool IsConsistent => Different.Count == 0 && Extra.Count == 0;

    /// <summary>Compares two lists of references.</summary>
    /// <param name="expected">What was signed.</param>
    /// <param name="actual">What is held against it.</param>
    /// <returns>The differences, by reference URI.</returns>
    public static DigestComparison Of(IReadOnlyList<DigestReference> expected, IReadOnlyList<DigestReference> actual)
    {
        var different = new List<string>();
        var missing = new List<string>();
        var left = actual.ToList();
        foreach (var reference in expected)
        {
            var same = left.FindIndex(r => Uri(r) == Uri(reference));
            if (same < 0)
            {
                missing.Add(reference.Uri);
                continue;
            }
            if (left[same].Algorithm != reference.Algorithm || !SameDigest(left[same].Value, reference.Value))
                different.Add(reference.Uri);
            left.RemoveAt(same);
        }
        return new(missing, different, [.. left.Select(r => r.Uri)]);
    }

    // A content id may come back with other characters escaped.
    private static string Uri(DigestReference reference) => ContentIds.FromUri(reference.Uri) ?? reference.Uri;

    private static bool SameDigest(string left, string right) =>
        left.AsSpan().Trim().SequenceEqual(right.AsSpan().Trim());
}
