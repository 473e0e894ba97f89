using System.Text;
using System.Xml.Linq;

namespace Hub.Kith.Dialog;

/// <summary>Content of an element of type anyType: plain text, or XHTML in one <c>div</c> (HIS 1155). The nodes are kept as they stand.</summary>
/// <param name="Nodes">Text and elements.</param>
public sealed record FormattedText(IReadOnlyList<XNode> Nodes)
{
    private static readonly string[] Blocks = ["p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl", "dt", "dd", "pre", "blockquote"];

    /// <summary>Whether there is no markup.</summary>
    public bool IsPlain => Nodes.All(n => n is XText or XComment);

    /// <summary>Whether there is neither text nor element.</summary>
    public bool IsEmpty => Nodes.All(n => n is XComment || (n is XText text && string.IsNullOrWhiteSpace(text.Value)));

    /// <summary>Plain text.</summary>
    /// <param name="text">The text.</param>
    public static FormattedText Plain(string text) => new([new XText(text)]);

    /// <summary>XHTML.</summary>
    /// <param name="div">A <c>div</c> in the namespace of XHTML.</param>
    public static FormattedText Xhtml(XElement div) => new([div]);

    /// <summary>All words, without markup: a line for each block and break, blanks between cells. Nothing of the text is left out.</summary>
    public string ToPlain()
    {
        if (IsPlain) return string.Concat(Nodes.OfType<XText>().Select(t => t.Value));
        var text = new StringBuilder();
        foreach (var node in Nodes) Append(node, text);
        return text.ToString().Trim('\n', ' ');
    }

    private static void Append(XNode node, StringBuilder text)
    {
        switch (node)
        {
            case XText words:
                if (!string.IsNullOrWhiteSpace(words.Value)) text.Append(words.Value);
                else if (text.Length > 0 && !char.IsWhiteSpace(text[^1])) text.Append(' ');
                break;
            case XElement { Name.LocalName: "br" }:
                text.Append('\n');
                break;
            case XElement element:
                var block = Blocks.Contains(element.Name.LocalName);
                if (block) NewLine(text);
                foreach (var child in element.Nodes()) Append(child, text);
                if (block) NewLine(text);
                else if (element.Name.LocalName is "td" or "th") text.Append(' ');
                break;
        }
    }

    private static void NewLine(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
    }
}
