using System.Text.Json;
using Hub.Fhir.Json.Reading;
using Hub.Fhir.Model;
using Hub.Fhir.Validation;

namespace Hub.Fhir.Json.Codecs;

/// <summary>A FHIR date (at most a day), dateTime or instant (nothing less than an instant).</summary>
internal sealed class DateTimeCodec(FhirDateTimePrecision least, FhirDateTimePrecision most) : Codec<FhirDateTime>
{
    // Every character of a time with nine decimals, each escaped by six.
    private const int LongestEscaped = 256;

    internal override void WriteValue(Utf8JsonWriter writer, FhirDateTime value) => writer.WriteStringValue(value.Text);

    internal override bool TryRead(ref Utf8JsonReader reader, ReadContext context, out FhirDateTime value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String)
            return Refuse(ref reader, context, JsonRules.StringExpected);
        if (reader.ValueSpan.IsEmpty)
        {
            context.Fault(JsonRules.EmptyString, "empty string left out");
            return false;
        }

        if (!TryParse(ref reader, out value, out var fault))
            return Refuse(ref reader, context, RuleOf(fault));
        return (value.Precision >= least && value.Precision <= most) || Refuse(ref reader, context, JsonRules.DateForm);
    }

    internal override void Check(FhirDateTime value, CheckContext context)
    {
        if (value.Precision < least || value.Precision > most || value == default)
            context.Add(CheckRules.Form);
    }

    // Many writers escape the plus sign of an offset (\u002B): the same text by the rules of JSON (RFC 8259 section 7).
    private static bool TryParse(ref Utf8JsonReader reader, out FhirDateTime value, out FhirDateTimeFault fault)
    {
        if (!reader.ValueIsEscaped)
            return FhirDateTimeText.TryParse(reader.ValueSpan, out value, out fault);
        value = default;
        fault = FhirDateTimeFault.Format;
        Span<byte> text = stackalloc byte[LongestEscaped];
        return reader.ValueSpan.Length <= LongestEscaped && FhirDateTimeText.TryParse(text[..reader.CopyString(text)], out value, out fault);
    }

    private static JsonRule RuleOf(FhirDateTimeFault fault) => fault switch
    {
        FhirDateTimeFault.MissingOffset => JsonRules.NoOffset,
        FhirDateTimeFault.OutOfRange => JsonRules.DateRange,
        _ => JsonRules.DateForm,
    };
}
