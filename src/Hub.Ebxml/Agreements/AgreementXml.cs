using System.Xml.Linq;

namespace Hub.Ebxml.Agreements;

/// <summary>Reading by local name: agreements in use mix qualified and unqualified attributes.</summary>
internal static class AgreementXml
{
    internal static IEnumerable<XElement> Named(this XElement parent, string name) => parent.Elements().Where(e => e.Name.LocalName == name);

    internal static XElement? First(this XElement parent, string name) => parent.Named(name).FirstOrDefault();

    /// <summary>The trimmed value of an attribute; null when absent or empty.</summary>
    internal static string? Text(this XElement element, string attribute)
    {
        var value = element.Attributes().FirstOrDefault(a => a.Name.LocalName == attribute && !a.IsNamespaceDeclaration)?.Value.Trim();
        return string.IsNullOrEmpty(value) ? null : value;
    }
}
