using System.Xml.Linq;
using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>
/// Guards that nothing is lost in reading. It does not ask the reader what it took: it lists every text and attribute of the source and looks each up
/// among the values that the record itself holds.
/// </summary>
public static class PloCompleteness
{
    /// <summary>Texts and attributes of the source that neither a field nor <see cref="PloDocument.Unread"/> holds. Empty when nothing was lost.</summary>
    /// <param name="reading">A reading.</param>
    public static IReadOnlyList<UnreadNode> UnreadNodes(PloReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Source is null) return [];
        if (reading.Document is null) return [.. SourceFields.Of(reading.Source).Select(static l => new UnreadNode(l.Path))];
        return UnreadNodes(reading.Source, reading.Document);
    }

    /// <summary>Texts and attributes of <paramref name="source"/> that <paramref name="document"/> does not hold.</summary>
    /// <param name="source">Root of the PLO message.</param>
    /// <param name="document">The record made of it.</param>
    public static IReadOnlyList<UnreadNode> UnreadNodes(XElement source, PloDocument document)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(document);
        var held = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in PloFieldList.Held(document)) held[field.Path] = field.Value;
        var kept = document.Unread.Select(static u => u.Path).ToHashSet(StringComparer.Ordinal);
        return [.. SourceFields.Of(source).Where(l => !IsHeld(l, held) && !IsKept(l.Path, kept)).Select(static l => new UnreadNode(l.Path))];
    }

    private static bool IsHeld(PloField leaf, Dictionary<string, string> held) => held.TryGetValue(leaf.Path, out var value) && IsSame(leaf.Value, value);

    private static bool IsKept(string path, HashSet<string> kept)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (kept.Contains(path[..end])) return true;
        }

        return false;
    }

    // Forms of one value that XML Schema holds equal: 1 and true, 1.0E1 and 10.0.
    private static bool IsSame(string source, string held) =>
        source == held || (PloLexical.Flag(source) is { } flag && PloLexical.Text(flag) == held)
        || (PloLexical.Double(source) is { } number && PloLexical.Double(held) == number);
}
