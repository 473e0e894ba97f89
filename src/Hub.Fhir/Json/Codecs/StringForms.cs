using System.Buffers;
using System.Buffers.Text;

namespace Hub.Fhir.Json.Codecs;

/// <summary>The form of each text-like primitive. Source: FHIR R4, datatypes.html, regular expressions of the primitives.</summary>
internal static class StringForms
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n");
    private static readonly SearchValues<char> IdLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.");

    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c).Where(c => c is not ('\t' or '\r' or '\n'))]);

    internal static Func<string, bool> Of(string type) => type switch
    {
        "uri" or "url" or "canonical" or "oid" or "uuid" => IsUri,
        "code" => IsCode,
        "id" => IsId,
        "base64Binary" => IsBase64,
        "time" => IsTime,
        _ => IsText,
    };

    private static bool IsText(string value) => value.AsSpan().IndexOfAny(Controls) < 0;

    private static bool IsUri(string value) => IsText(value) && value.AsSpan().IndexOfAny(Blanks) < 0;

    private static bool IsId(string value) => value.Length <= 64 && value.AsSpan().IndexOfAnyExcept(IdLetters) < 0;

    private static bool IsBase64(string value) => Base64.IsValid(value);

    // No blank at either end and none but single ones inside.
    private static bool IsCode(string value)
    {
        var text = value.AsSpan();
        for (var i = text.IndexOfAny(Blanks); i >= 0;)
        {
            if (i == 0 || i == text.Length - 1 || Blanks.Contains(text[i + 1]))
                return false;
            var next = text[(i + 1)..].IndexOfAny(Blanks);
            i = next < 0 ? -1 : i + 1 + next;
        }

        return IsText(value);
    }

    private static bool IsTime(string value) =>
        value.Length >= 8 && value[2] == ':' && value[5] == ':'
        && Two(value, 0) is >= 0 and < 24 && Two(value, 3) is >= 0 and < 60 && Two(value, 6) is >= 0 and <= 60
        && (value.Length == 8 || (value[8] == '.' && value.Length > 9 && value.AsSpan(9).IndexOfAnyExceptInRange('0', '9') < 0));

    private static int Two(string value, int at) =>
        char.IsAsciiDigit(value[at]) && char.IsAsciiDigit(value[at + 1]) ? ((value[at] - '0') * 10) + value[at + 1] - '0' : -1;
}
