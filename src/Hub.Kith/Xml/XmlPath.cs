using System.Globalization;
using System.Xml.Linq;

namespace Hub.Kith.Xml;

/// <summary>Path of a part of a document, for findings.</summary>
public static class XmlPath
{
    /// <summary>Local names from the root, with the place among siblings of the same name where there are several.</summary>
    /// <param name="part">Element, attribute or text.</param>
    public static string Of(XObject part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var last = part switch { XAttribute attribute => $"/@{attribute.Name.LocalName}", XElement => string.Empty, _ => "/text()" };
        var element = part as XElement ?? part.Parent;
        return element is null ? last : string.Concat(element.AncestorsAndSelf().Reverse().Select(Step)) + last;
    }

    private static string Step(XElement element)
    {
        var before = element.ElementsBeforeSelf(element.Name).Count();
        return before == 0 && !element.ElementsAfterSelf(element.Name).Any()
            ? $"/{element.Name.LocalName}"
            : string.Create(CultureInfo.InvariantCulture, $"/{element.Name.LocalName}[{before + 1}]");
    }
}
