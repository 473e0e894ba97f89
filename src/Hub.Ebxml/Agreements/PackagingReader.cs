using System.Xml.Linq;

namespace Hub.Ebxml.Agreements;

/// <summary>Reads SimplePart and Packaging: from the outermost composite inwards, whatever the nesting.</summary>
internal static class PackagingReader
{
    internal static IReadOnlyDictionary<string, PackageTerms> Read(XElement root, string path, AgreementRemarks remarks)
    {
        var parts = new Dictionary<string, PackagePart>(StringComparer.Ordinal);
        foreach (var part in root.Named("SimplePart"))
        {
            var namespaces = part.Named("NamespaceSupported").Select(n => new SupportedNamespace(n.Value.Trim(), n.Text("version"))).ToList();
            if (part.Text("id") is { } id && !parts.TryAdd(id, new(part.Text("mimetype") ?? "", namespaces)))
                remarks.DoubledId($"{path}/SimplePart[@id='{id}']");
        }

        var packages = new Dictionary<string, PackageTerms>(StringComparer.Ordinal);
        foreach (var packaging in root.Named("Packaging"))
        {
            if (packaging.Text("id") is { } id && !packages.TryAdd(id, Package(id, packaging, parts, $"{path}/Packaging[@id='{id}']", remarks)))
                remarks.DoubledId($"{path}/Packaging[@id='{id}']");
        }
        return packages;
    }

    private static PackageTerms Package(
        string id, XElement packaging, Dictionary<string, PackagePart> parts, string path, AgreementRemarks remarks)
    {
        var wrappers = packaging.Named("CompositeList").Elements().Where(e => e.Name.LocalName is "Composite" or "Encapsulation").ToList();
        var known = wrappers.Select(w => w.Text("id")).ToHashSet();
        var inside = new List<PackagePart>();
        foreach (var reference in wrappers.SelectMany(w => w.Named("Constituent")).Select(c => c.Text("idref")).OfType<string>().Distinct())
        {
            if (parts.TryGetValue(reference, out var part))
                inside.Add(part);
            else if (!known.Contains(reference))
                remarks.LostReference($"{path}//Constituent[@idref='{reference}']");
        }
        return new(
            id, inside,
            wrappers.Any(w => Is(w, "pkcs7-mime")),
            wrappers.Any(w => Is(w, "gzip")));
    }

    private static bool Is(XElement wrapper, string type) => wrapper.Text("mimetype")?.Contains(type, StringComparison.OrdinalIgnoreCase) == true;
}
