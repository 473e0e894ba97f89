using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Envelope;

/// <summary>Reads a <c>ds:Reference</c>, of a signature or of a receipt.</summary>
internal static class DigestReading
{
    public static DigestReference Read(TreeElement reference)
    {
        List<ReferenceTransform>? transforms = null;
        if (reference.Child(EbxmlNames.Ds, "Transforms") is { } list)
        {
            foreach (var transform in list.Elements)
                (transforms ??= []).Add(Transform(transform));
        }

        return new DigestReference(
            reference.Attribute("", "URI") ?? "",
            transforms ?? (IReadOnlyList<ReferenceTransform>)[],
            reference.Child(EbxmlNames.Ds, "DigestMethod")?.Attribute("", "Algorithm") ?? "",
            WithoutSpace(reference.Child(EbxmlNames.Ds, "DigestValue")?.Text ?? ""));
    }

    public static string WithoutSpace(string text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                return string.Concat(text.Where(x => !char.IsWhiteSpace(x)));
        }

        return text;
    }

    private static ReferenceTransform Transform(TreeElement element)
    {
        var algorithm = element.Attribute("", "Algorithm") ?? "";
        if (element.Child(EbxmlNames.Ds, "XPath") is not { } path)
            return new ReferenceTransform(algorithm);
        var text = path.Text;
        var prefix = PrefixOf(text);
        return new ReferenceTransform(algorithm, text, prefix, prefix is null ? null : path.Lookup(prefix));
    }

    /// <summary>The prefix of the first attribute test in the expression, <c>[@prefix:name</c>.</summary>
    private static string? PrefixOf(string expression)
    {
        var at = expression.IndexOf('@', StringComparison.Ordinal);
        var colon = at < 0 ? -1 : expression.IndexOf(':', at);
        if (colon < 0)
            return null;
        var prefix = expression[(at + 1)..colon].Trim();
        return prefix.Length > 0 && prefix.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') ? prefix : null;
    }
}
