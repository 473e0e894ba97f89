using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Hub.Simulators.Profil;

/// <summary>Holds what is filed against the schema of the interface, where one is given.</summary>
internal sealed class SchemaCheck
{
    private readonly XmlSchemaSet? _schemas;

    public SchemaCheck(string? file)
    {
        if (file is null)
            return;
        _schemas = new XmlSchemaSet();
        using var reader = XmlReader.Create(file);
        _schemas.Add(null, reader);
        _schemas.Compile();
    }

    /// <summary>Name of the element at fault; null when there is none.</summary>
    public string? Fault(XElement body)
    {
        if (_schemas is null)
            return null;
        string? fault = null;
        new XDocument(new XElement(body)).Validate(_schemas, (sender, _) => fault ??= (sender as XElement)?.Name.LocalName ?? (sender as XAttribute)?.Name.LocalName ?? body.Name.LocalName);
        return fault;
    }
}
