using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;

namespace Hub.Simulators.Tellu;

/// <summary>Writes pages of the feed and of answers. The same entries give the same bytes.</summary>
public static class TelluPage
{
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly XmlWriterSettings XmlOptions = new() { Encoding = new System.Text.UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize };

    /// <summary>Writes a page.</summary>
    /// <param name="entries">Its entries.</param>
    /// <param name="cursor">Where it goes on.</param>
    /// <param name="more">Whether there is more.</param>
    /// <param name="xml">True for the XML form.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(IReadOnlyList<TelluEntry> entries, string cursor, bool more, bool xml)
    {
        using var bytes = new MemoryStream();
        var until = entries.Count == 0 ? null : entries.Max(e => e.Published).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        if (xml)
            Xml(bytes, entries, cursor, more, until);
        else
            Json(bytes, entries, cursor, more, until);
        return bytes.ToArray();
    }

    /// <summary>Writes one entry, as it stands in a page.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="xml">True for the XML form.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] WriteEntry(TelluEntry entry, bool xml)
    {
        using var bytes = new MemoryStream();
        if (xml)
        {
            using var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = XmlOptions.Encoding, NewLineHandling = NewLineHandling.Entitize, OmitXmlDeclaration = true });
            Entry(writer, entry);
        }
        else
        {
            using var writer = new Utf8JsonWriter(bytes, JsonOptions);
            Entry(writer, entry);
        }

        return bytes.ToArray();
    }

    private static void Json(MemoryStream bytes, IReadOnlyList<TelluEntry> entries, string cursor, bool more, string? until)
    {
        using var json = new Utf8JsonWriter(bytes, JsonOptions);
        json.WriteStartObject();
        json.WriteString("cursor", cursor);
        json.WriteBoolean("more", more);
        if (until is not null)
            json.WriteString("until", until);
        json.WriteStartArray("entries");
        foreach (var entry in entries)
            Entry(json, entry);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Xml(MemoryStream bytes, IReadOnlyList<TelluEntry> entries, string cursor, bool more, string? until)
    {
        using var xml = XmlWriter.Create(bytes, XmlOptions);
        xml.WriteStartElement("feed");
        xml.WriteElementString("cursor", cursor);
        xml.WriteElementString("more", more ? "true" : "false");
        if (until is not null)
            xml.WriteElementString("until", until);
        foreach (var entry in entries)
            Entry(xml, entry);
        xml.WriteEndElement();
    }

    private static void Entry(Utf8JsonWriter json, TelluEntry entry)
    {
        json.WriteStartObject();
        EntryWriter.Write(new JsonForm(json), entry);
        json.WriteEndObject();
    }

    private static void Entry(XmlWriter xml, TelluEntry entry)
    {
        xml.WriteStartElement("entry");
        EntryWriter.Write(new XmlForm(xml), entry);
        xml.WriteEndElement();
    }
}
