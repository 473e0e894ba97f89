using System.Xml.Linq;

namespace Hub.UnitTests.Architecture;

/// <summary>What a project says that it needs.</summary>
/// <param name="Name">File name without extension.</param>
/// <param name="Path">Path from the root.</param>
/// <param name="References">Names of the projects it references.</param>
/// <param name="Packages">Names of the packages it references.</param>
internal sealed record ProjectFile(string Name, string Path, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    public static ProjectFile Read(SourceFile file)
    {
        var xml = XDocument.Load(file.FullPath);
        return new ProjectFile(
            System.IO.Path.GetFileNameWithoutExtension(file.Path),
            file.Path,
            [.. Includes(xml, "ProjectReference").Select(p => System.IO.Path.GetFileNameWithoutExtension(p.Replace('\\', '/')))],
            [.. Includes(xml, "PackageReference")]);
    }

    private static IEnumerable<string> Includes(XDocument xml, string element) =>
        xml.Descendants(element).Select(e => e.Attribute("Include")?.Value).OfType<string>();
}
