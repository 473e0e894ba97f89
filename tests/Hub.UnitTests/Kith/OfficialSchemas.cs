using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Hub.UnitTests.Kith;

/// <summary>The official schemas, as .NET judges by them.</summary>
internal static class OfficialSchemas
{
    private static readonly Lazy<XmlSchemaSet> Set = new(() =>
    {
        var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        set.Add(null, Standards.Path("xsd", "flat", "all.xsd"));
        set.Compile();
        return set;
    });

    public static IReadOnlyList<string> Errors(XElement root)
    {
        var errors = new List<string>();
        var declaration = Set.Value.GlobalElements[new XmlQualifiedName(root.Name.LocalName, root.Name.NamespaceName)];
        if (declaration is null) return [$"No root {root.Name}"];
        root.Validate(declaration, Set.Value, (_, e) => errors.Add(e.Message));
        return errors;
    }
}
