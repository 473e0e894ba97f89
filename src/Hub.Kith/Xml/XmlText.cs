using System.Text;
using System.Xml;

namespace Hub.Kith.Xml;

/// <summary>What XML 1.0 can carry, and what is put where it cannot.</summary>
public static class XmlText
{
    /// <summary>Whether every character may stand in an XML 1.0 document.</summary>
    /// <param name="text">The text.</param>
    public static bool IsAllowed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) i++;
            else return false;
        }

        return true;
    }

    /// <summary>The text with every forbidden character (control characters, lone surrogates) replaced by U+FFFD, so that the reader sees that something stood there.</summary>
    /// <param name="text">The text.</param>
    public static string Replace(string text)
    {
        if (IsAllowed(text)) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append('\uFFFD');
        }

        return clean.ToString();
    }
}
