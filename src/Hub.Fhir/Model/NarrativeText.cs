using System.Text;
using System.Xml;

namespace Hub.Fhir.Model;

/// <summary>Plain text into narrative and back. Source: FHIR R4 narrative.html.</summary>
public static class NarrativeText
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal) { "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "br", "pre" };

    /// <summary>Makes a narrative of plain text; line breaks become br, and characters XML cannot hold are left out.</summary>
    /// <param name="text">The text; not blank.</param>
    /// <param name="status">Narrative status; default generated.</param>
    public static Narrative FromText(string text, string status = NarrativeStatus.Generated)
    {
        var div = new StringBuilder("<div xmlns=\"http://www.w3.org/1999/xhtml\">");
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                div.Append(text[i]).Append(text[++i]);
            else
                Append(div, text[i]);
        }

        return new Narrative { Status = status, Div = div.Append("</div>").ToString() };
    }

    /// <summary>The text of a narrative, with a line break for each block and br; null when the div is not well-formed XHTML.</summary>
    /// <param name="narrative">The narrative.</param>
    public static string? ToText(Narrative narrative)
    {
        if (narrative.Div is null)
            return null;
        var text = new StringBuilder();
        try
        {
            using var reader = XmlReader.Create(new StringReader(narrative.Div), Settings);
            while (reader.Read())
            {
                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
                    text.Append(reader.Value);
                else if (reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                    Break(text, reader);
            }
        }
        catch (XmlException)
        {
            return null;
        }

        return text.ToString().Trim();
    }

    private static void Break(StringBuilder text, XmlReader reader)
    {
        if (!Blocks.Contains(reader.LocalName))
            return;
        var isBreak = reader.LocalName == "br" && reader.NodeType == XmlNodeType.Element;
        if (isBreak || (text.Length > 0 && text[^1] != '\n'))
            text.Append('\n');
    }

    private static void Append(StringBuilder div, char c) => _ = c switch
    {
        '<' => div.Append("&lt;"),
        '>' => div.Append("&gt;"),
        '&' => div.Append("&amp;"),
        '\n' => div.Append("<br/>"),
        '\r' => div,
        _ => XmlConvert.IsXmlChar(c) ? div.Append(c) : div,
    };
}
