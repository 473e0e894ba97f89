using System.Text.Json;
using Hub.Fhir.Json.Reading;
using Hub.Fhir.Validation;

namespace Hub.Fhir.Json.Codecs;

/// <summary>A FHIR integer, unsignedInt (least 0) or positiveInt (least 1).</summary>
internal sealed class IntegerCodec(int least) : Codec<int>
{
    internal override void WriteValue(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    internal override bool TryRead(ref Utf8JsonReader reader, ReadContext context, out int value)
    {
        value = 0;
        if (reader.TokenType != JsonTokenType.Number)
            return Refuse(ref reader, context, JsonRules.NumberExpected);
        return (reader.TryGetInt32(out value) && value >= least) || Refuse(ref reader, context, JsonRules.Form);
    }

    internal override void Check(int value, CheckContext context)
    {
        if (value < least)
            context.Add(CheckRules.Form);
    }
}
