using System.Globalization;
using System.Xml;

namespace Hub.Kith.Plo.Wire;

/// <summary>Forms of simple values in XML Schema.</summary>
internal static class PloLexical
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    public static string? Text(bool? value) => value is { } truth ? truth ? "true" : "false" : null;

    public static bool? Flag(string? text) => text?.Trim() switch { "true" or "1" => true, "false" or "0" => false, _ => null };

    public static decimal? Number(string? text) =>
        decimal.TryParse(text, Plain | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture).Length >= Digits(text) ? number : null;

    public static decimal? Double(string? text)
    {
        if (text is null || !text.Contains('E', StringComparison.OrdinalIgnoreCase)) return Number(text);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number != 0 ? number : null;
    }

    public static long? Integer(string? text) => long.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static int? Year(string? text) =>
        text?.Trim() is { Length: 4 } year && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    public static bool IsDate(string text) => Parses(text, "yyyy-MM-dd", "yyyy-MM-ddzzzzzz", "yyyy-MM-ddZ");

    public static bool IsDateTime(string text)
    {
        var time = text.Trim();
        return time.Length >= 19 && time[10] == 'T' && IsAnyTime(time);
    }

    public static bool IsAnyTime(string text)
    {
        try
        {
            _ = XmlConvert.ToDateTimeOffset(text.Trim());
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool Parses(string text, params string[] forms) =>
        DateTimeOffset.TryParseExact(text.Trim(), forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // Digits beyond what decimal holds would be rounded away without a word.
    private static int Digits(string? text) => text is null ? 0 : text.Trim().TrimStart('+', '-').TrimStart('0').Length;
}
