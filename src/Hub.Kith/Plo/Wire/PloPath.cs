using System.Globalization;
using System.Xml.Linq;

namespace Hub.Kith.Plo.Wire;

/// <summary>Paths of parts: local names from the root, the second and later of a name with their number.</summary>
internal static class PloPath
{
    public static string Child(string parent, string name, int number) =>
        number < 2 ? $"{parent}/{name}" : string.Create(CultureInfo.InvariantCulture, $"{parent}/{name}[{number}]");

    public static string Attribute(string parent, string name) => $"{parent}/@{name}";

    /// <summary>Name of an element in a path. One of a namespace that PLO does not use is told apart from ours of the same name.</summary>
    public static string Name(XName name) =>
        name.NamespaceName.StartsWith("http://www.kith.no/xmlstds/", StringComparison.Ordinal) ? name.LocalName : $"{{{name.NamespaceName}}}{name.LocalName}";

    /// <summary>Name of an attribute in a path.</summary>
    public static string AttributeName(XName name) => name.NamespaceName.Length == 0 ? name.LocalName : Name(name);
}
