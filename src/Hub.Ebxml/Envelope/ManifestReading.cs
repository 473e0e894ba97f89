using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Envelope;

/// <summary>Reads <c>eb:Manifest</c>.</summary>
internal static class ManifestReading
{
    public static Manifest Read(TreeElement manifest)
    {
        var references = new List<ManifestReference>(1);
        foreach (var element in manifest.Elements)
        {
            if (element.Is(EbxmlNames.Eb, "Reference"))
                references.Add(Reference(element));
        }

        return new Manifest(references);
    }

    private static ManifestReference Reference(TreeElement element)
    {
        List<SchemaReference>? schemas = null;
        foreach (var child in element.Elements)
        {
            if (child.Is(EbxmlNames.Eb, "Schema"))
                (schemas ??= []).Add(new SchemaReference(Attributes.Read(child, "location") ?? "", Attributes.Read(child, "version")));
        }

        return new ManifestReference(
            element.Attribute(EbxmlNames.XLink, "href") ?? "",
            schemas ?? (IReadOnlyList<SchemaReference>)[],
            HeaderReading.ReadDescriptions(element),
            element.Attribute(EbxmlNames.XLink, "role"));
    }
}
