using System.Xml.Linq;
using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Lists every text and attribute of a message, for whoever has to account for each of them.</summary>
public static class PloFieldList
{
    /// <summary>Every value that the message holds, in document order, and those of <see cref="PloDocument.Unread"/> after them.</summary>
    /// <param name="document">The message.</param>
    public static IReadOnlyList<PloField> Of(PloDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. Held(document), .. document.Unread.SelectMany(static u => Kept(u.Path, u.Content))];
    }

    internal static IReadOnlyList<PloField> Held(PloDocument document)
    {
        var lister = new Lister(document.Version, "/" + document.Info.Root);
        document.Walk(lister);
        return lister.Fields;
    }

    private static IEnumerable<PloField> Kept(string path, XObject part) => part switch
    {
        XElement element => SourceFields.Of(element, path),
        XAttribute attribute => [new PloField(path, attribute.Value)],
        XText text => [new PloField(path, text.Value)],
        _ => [],
    };

    private sealed class Lister(PloVersion version, string root) : PloVisitor(version, root)
    {
        public List<PloField> Fields { get; } = [];

        protected override void Leaf(string path, string value) => Fields.Add(new PloField(path, value));
    }
}
