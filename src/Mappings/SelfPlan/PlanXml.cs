using System.Globalization;
using System.Text;
using System.Xml;
using Hub.Core.Content;

namespace Hub.Mappings.SelfPlan;

/// <summary>A self-treatment plan as XML for systems: every field, nothing more. Schema: <c>schemas/selfplan-1.0.xsd</c>.</summary>
public static class PlanXml
{
    /// <summary>Namespace of the form.</summary>
    public const string Namespace = "urn:hub:selfplan:1.0";

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>UTF-8 without byte order mark.</returns>
    public static byte[] Write(SelfTreatmentPlan plan)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize, CheckCharacters = false }))
            PlanXmlWriting.Plan(new XmlSafe(xml), plan);
        return bytes.ToArray();
    }

    /// <summary>Reads a plan that <see cref="Write"/> wrote.</summary>
    /// <param name="bytes">The document.</param>
    /// <returns>The plan, equal to the one written.</returns>
    /// <exception cref="XmlException">It is not XML.</exception>
    /// <exception cref="FormatException">It is not of this form.</exception>
    public static SelfTreatmentPlan Read(ReadOnlyMemory<byte> bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 16_000_000 });
        return PlanXmlReading.Plan(System.Xml.Linq.XElement.Load(reader, System.Xml.Linq.LoadOptions.PreserveWhitespace));
    }

    internal static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    internal static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}
