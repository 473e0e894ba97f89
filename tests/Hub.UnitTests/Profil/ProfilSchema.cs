using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Hub.UnitTests.Adapters;

namespace Hub.UnitTests.Profil;

/// <summary>The schema of the Profil-like interface.</summary>
internal static class ProfilSchema
{
    private static readonly XmlSchemaSet Schemas = Load();

    /// <summary>What the schema faults in a document; empty when nothing.</summary>
    public static IReadOnlyList<string> Faults(ReadOnlyMemory<byte> xml)
    {
        var faults = new List<string>();
        XDocument.Load(new MemoryStream(xml.ToArray())).Validate(Schemas, (_, e) => faults.Add(e.Message));
        return faults;
    }

    private static XmlSchemaSet Load()
    {
        var schemas = new XmlSchemaSet();
        using var reader = XmlReader.Create(Path.Combine(GoldenCase.Root, "schemas", "profil-like.xsd"));
        schemas.Add(null, reader);
        schemas.Compile();
        return schemas;
    }
}
