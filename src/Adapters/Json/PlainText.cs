using System.Net;
using System.Text.RegularExpressions;

namespace Hub.Adapters.Json;

/// <summary>Texts for the journal. HTML is not taken as such: the strict mode keeps it as the text it is, the lenient mode turns known tags into line breaks and records that. No words are lost in either.</summary>
internal static partial class PlainText
{
    public static string From(string text, Findings findings, string path)
    {
        if (!findings.Lenient || !text.Contains('<', StringComparison.Ordinal) || !Tag().IsMatch(text))
            return text;

        findings.Mend(path, "html-in-text", "Turned HTML into plain text with line breaks.");
        var tidy = Stripped(text);
        return tidy.Length > 0 && !JsonText.HasForbidden(tidy) ? tidy : text;
    }

    /// <summary>The words of a piece of HTML, with a line break where a block ends.</summary>
    public static string Stripped(string html)
    {
        var broken = Breaking().Replace(html, "\n");
        var items = Item().Replace(broken, "\n- ");
        var plain = WebUtility.HtmlDecode(Tag().Replace(items, ""));
        return Lines().Replace(plain.Replace('\u00A0', ' '), "\n\n").Trim();
    }

    // Only names that HTML has: "< 60" and "<puls>" are words.
    [GeneratedRegex(@"</?(?:p|br|div|span|b|i|u|em|strong|ul|ol|li|h[1-6]|a|table|tbody|thead|tr|td|th|hr|pre|code|blockquote|font|sub|sup|small)(?:\s[^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"<(?:br|hr|/p|/div|/h[1-6]|/tr|/table|/ul|/ol|/pre|/blockquote)(?:\s[^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Breaking();

    [GeneratedRegex(@"<li(?:\s[^<>]*)?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Item();

    [GeneratedRegex(@"[ \t]*\n(?:[ \t]*\n)+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Lines();
}
