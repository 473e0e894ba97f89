using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Hub.Kith.Schemas;
using Xunit;

namespace Hub.UnitTests.Kith.Plo;

/// <summary>Verdicts of the official schemas (found through HUB_STANDARDS) and of our own.</summary>
public static class PloSchemas
{
    private static readonly Lazy<XmlSchemaSet> Official = new(Load);

    public static bool IsValidByOfficial(XElement root)
    {
        Assert.SkipWhen(PloSamples.Standards is null, "HUB_STANDARDS is not set: there are no official schemas");
        return IsValid(root, Official.Value);
    }

    public static bool IsValidByOurs(XElement root) => KithSchemas.Validate(root).Count == 0;

    public static void AssertValidByBoth(XElement root)
    {
        var ours = KithSchemas.Validate(root);
        Assert.True(ours.Count == 0, string.Join('\n', ours.Select(f => f.ToString())));
        if (PloSamples.Standards is not null) Assert.True(IsValid(root, Official.Value), "The official schemas refuse it");
    }

    private static bool IsValid(XElement root, XmlSchemaSet set)
    {
        if (set.GlobalElements[new XmlQualifiedName(root.Name.LocalName, root.Name.NamespaceName)] is not { } declaration) return false;
        var valid = true;
        root.Validate(declaration, set, (_, _) => valid = false);
        return valid;
    }

    private static XmlSchemaSet Load()
    {
        var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        set.Add(null, Path.Combine(PloSamples.Standards!, "xsd", "flat", "all.xsd"));
        set.Compile();
        return set;
    }
}
