using System.Text;
using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Signing;

/// <summary>The one XPath expression of the profile. It is compared, never evaluated.</summary>
internal static class ProfileXPath
{
    private const string Expected =
        "not(ancestor-or-self::node()[@S:actor=\"urn:oasis:names:tc:ebxml-msg:actor:nextMSH\"]|ancestor-or-self::node()[@S:actor=\"http://schemas.xmlsoap.org/soap/actor/next\"])";

    /// <summary>Whether a transform carries that expression, whatever its prefix, quotes and blanks.</summary>
    public static bool Matches(ReferenceTransform transform) =>
        transform is { XPath: { } text, Prefix: { } prefix, PrefixNamespace: EbxmlNames.Soap }
        && Normalize(text).Replace($"@{prefix}:", "@S:", StringComparison.Ordinal) == Expected;

    private static string Normalize(string text)
    {
        var result = new StringBuilder(text.Length);
        var quote = '\0';
        foreach (var c in text)
        {
            if (quote != '\0')
            {
                result.Append(c == quote ? '"' : c);
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
                result.Append('"');
            }
            else if (c is not (' ' or '\t' or '\n' or '\r'))
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }
}
