using System.Xml;

namespace Hub.Mappings.SelfPlan;

/// <summary>Writes elements and attributes of the form; what XML 1.0 cannot hold (control characters, half pairs) is left out.</summary>
internal sealed class XmlSafe(XmlWriter xml)
{
    public void Start(string name) => xml.WriteStartElement(name, PlanXml.Namespace);

    public void End() => xml.WriteEndElement();

    public void Attribute(string name, string? value)
    {
        if (value is not null)
            xml.WriteAttributeString(name, Clean(value));
    }

    public void Text(string name, string? value)
    {
        if (value is null)
            return;
        Start(name);
        // A writer that indents would add blanks to a text of blanks only.
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Clean(value));
        End();
    }

    /// <summary>The text without what XML 1.0 cannot hold.</summary>
    public static string Clean(string text)
    {
        var bad = false;
        for (var i = 0; i < text.Length && !bad; i++)
            bad = !XmlConvert.IsXmlChar(text[i]);
        return bad ? string.Concat(text.EnumerateRunes().Where(r => r.Value is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFC) or >= 0x10000).Select(r => r.ToString())) : text;
    }
}
