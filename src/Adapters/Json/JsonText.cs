using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Hub.Adapters.Json;

/// <summary>Strings of JSON, where escapes can spell what no text may hold.</summary>
internal static class JsonText
{
    // What XML 1.0 cannot carry, so that no receiver could be given it.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(1, 31).Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r')), '\0', '\uFFFE', '\uFFFF']);

    /// <summary>The text of a string; null when its escapes spell half a surrogate pair.</summary>
    public static string? Read(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name of a property as it would be without escapes, for matching; the raw bytes when the escapes are broken.</summary>
    public static ReadOnlySpan<byte> Name(JsonProperty property)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        if (!raw.Contains((byte)'\\'))
            return raw;
        try
        {
            return System.Text.Encoding.UTF8.GetBytes(property.Name);
        }
        catch (InvalidOperationException)
        {
            return raw;
        }
    }

    /// <summary>A name to show in an error path: what is no ordinary field name is masked, since anything can stand there.</summary>
    public static string ShownName(ReadOnlySpan<byte> name)
    {
        var digits = 0;
        foreach (var b in name)
        {
            digits = char.IsAsciiDigit((char)b) ? digits + 1 : 0;
            if (digits > 5 || !(char.IsAsciiLetterOrDigit((char)b) || b is (byte)'_' or (byte)'-' or (byte)'.'))
                return "?";
        }

        return name.Length is 0 or > 60 ? "?" : System.Text.Encoding.ASCII.GetString(name);
    }

    public static bool HasForbidden(string text) => text.AsSpan().ContainsAny(Forbidden);

    public static string WithoutForbidden(string text) => string.Concat(text.Where(c => !Forbidden.Contains(c)));
}
