using System.Text;
using System.Xml;
using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Reliability;

/// <summary>A SOAP 1.1 Fault, unsigned: for what cannot be answered as ebXML.</summary>
/// <param name="Code">Fault code without prefix: <c>Client</c> when the sender is at fault, <c>Server</c> when we are.</param>
/// <param name="Text">Text for people, without content of the message.</param>
public sealed record SoapFault(string Code, string Text)
{
    /// <summary>The fault as an XML document.</summary>
    /// <returns>UTF-8 bytes without byte order mark.</returns>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("SOAP", "Envelope", EbxmlNames.Soap);
            xml.WriteStartElement("Body", EbxmlNames.Soap);
            xml.WriteStartElement("Fault", EbxmlNames.Soap);
            xml.WriteElementString("faultcode", $"SOAP:{Code}");
            xml.WriteElementString("faultstring", Text);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        return stream.ToArray();
    }
}
