using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Lists every text and attribute that a record holds.</summary>
internal sealed class HeldLeaves(PloVersion version, string root) : PloVisitor(version, root)
{
    private readonly Dictionary<string, string> leaves = new(StringComparer.Ordinal);

    public static Dictionary<string, string> Of(PloDocument document)
    {
        var lister = new HeldLeaves(document.Version, "/" + document.Info.Root);
        document.Walk(lister);
        return lister.leaves;
    }

    protected override void Leaf(string path, string value) => leaves[path] = value;
}
