using System.Buffers.Text;
using System.Text.Json;
using Hub.Fhir.Json.Reading;

namespace Hub.Fhir.Json.Codecs;

/// <summary>A FHIR decimal; the digits that were written are kept, so 7.0 stays 7.0. Source: FHIR R4, datatypes.html#decimal.</summary>
internal sealed class DecimalCodec : Codec<decimal>
{
    private const int MostDigits = 28;

    internal override void WriteValue(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    internal override bool TryRead(ref Utf8JsonReader reader, ReadContext context, out decimal value)
    {
        value = 0;
        if (reader.TokenType == JsonTokenType.Number)
            return TryParse(reader.ValueSpan, out value) || Refuse(ref reader, context, JsonRules.DecimalRange);
        if (reader.TokenType != JsonTokenType.String || !IsJsonNumber(reader.ValueSpan))
            return Refuse(ref reader, context, JsonRules.NumberExpected);
        return context.Fault(JsonRules.NumberExpected, "number taken out of quotation marks") && TryParse(reader.ValueSpan, out value);
    }

    // More digits than a decimal holds would be rounded silently; that is refused, not done.
    private static bool TryParse(ReadOnlySpan<byte> text, out decimal value)
    {
        value = 0;
        int digits = 0, fraction = 0;
        bool leading = true, inFraction = false, exponent = false;
        foreach (var c in text)
        {
            if (c is (byte)'e' or (byte)'E')
            {
                exponent = true;
                break;
            }

            inFraction |= c == '.';
            if (c is < (byte)'0' or > (byte)'9')
                continue;
            leading &= c == '0';
            digits += leading ? 0 : 1;
            fraction += inFraction ? 1 : 0;
        }

        if (digits > MostDigits || fraction > MostDigits || !Utf8Parser.TryParse(text, out value, out int used, exponent ? 'E' : default) || used != text.Length)
            return false;
        return !exponent || (value != 0) == !leading;
    }

    // The form of a JSON number, so that a comma or a unit inside the quotation marks is not guessed away.
    private static bool IsJsonNumber(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text.Length > 40)
            return false;
        var digits = text[0] == '-' ? text[1..] : text;
        if (digits.IsEmpty || digits[0] == '.' || digits[^1] == '.' || (digits.Length > 1 && digits[0] == '0' && digits[1] != '.'))
            return false;
        var points = 0;
        foreach (var c in digits)
        {
            points += c == '.' ? 1 : 0;
            if (c != '.' && c is < (byte)'0' or > (byte)'9')
                return false;
        }

        return points <= 1;
    }
}
