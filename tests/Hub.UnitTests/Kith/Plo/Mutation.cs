using System.Xml.Linq;

namespace Hub.UnitTests.Kith.Plo;

/// <summary>Changes an element in one place, chosen by a seed, as a careless or hostile sender would.</summary>
public static class Mutation
{
    public const int Kinds = 14;

    public static XElement Of(XElement original, int kind, int seed)
    {
        var root = new XElement(original);
        var random = new Random(seed);
        var elements = root.Descendants().ToList();
        var target = elements[random.Next(elements.Count)];
        switch (kind)
        {
            case 0: target.Remove(); break;
            case 1: target.AddAfterSelf(new XElement(target)); break;
            case 2: target.Name = target.Name.Namespace + (target.Name.LocalName + "X"); break;
            case 3: target.Name = XName.Get(target.Name.LocalName, "http://example.org/other"); break;
            case 4: target.SetAttributeValue("odd", "value"); break;
            case 5: target.AddFirst(new XText("stray text")); break;
            case 6: target.Add(new XElement(target.Name.Namespace + "Fremmed", new XElement(target.Name.Namespace + "Indre", "foreign"))); break;
            case 7: Swap(target); break;
            case 8: SetLeaf(elements, random, "not a value"); break;
            case 9: SetLeaf(elements, random, ""); break;
            case 10: ChangeAttribute(elements, random, a => a.Value = "changed"); break;
            case 11: ChangeAttribute(elements, random, a => a.Remove()); break;
            case 12: target.ReplaceNodes(target.Nodes().Reverse().ToList()); break;
            default: root.AddFirst(new XElement(XName.Get("Journaltekst", "http://www.kith.no/xmlstds/epj/epj2/2008-02-20"), new XElement(XName.Get("Notat", "http://www.kith.no/xmlstds/epj/epj2/2008-02-20"), "lost?"))); break;
        }

        return root;
    }

    private static void Swap(XElement target)
    {
        if (target.ElementsAfterSelf().FirstOrDefault() is not { } next) return;
        next.Remove();
        target.AddBeforeSelf(next);
    }

    private static void SetLeaf(List<XElement> elements, Random random, string value)
    {
        var leaves = elements.Where(e => !e.HasElements && !e.HasAttributes).ToList();
        if (leaves.Count > 0) leaves[random.Next(leaves.Count)].Value = value;
    }

    private static void ChangeAttribute(List<XElement> elements, Random random, Action<XAttribute> change)
    {
        var attributes = elements.Attributes().Where(a => !a.IsNamespaceDeclaration).ToList();
        if (attributes.Count > 0) change(attributes[random.Next(attributes.Count)]);
    }
}
