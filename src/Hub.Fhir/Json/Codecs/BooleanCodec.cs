using System.Text.Json;
using Hub.Fhir.Json.Reading;

namespace Hub.Fhir.Json.Codecs;

/// <summary>A FHIR boolean.</summary>
internal sealed class BooleanCodec : Codec<bool>
{
    internal override void WriteValue(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    internal override bool TryRead(ref Utf8JsonReader reader, ReadContext context, out bool value)
    {
        value = reader.TokenType == JsonTokenType.True;
        return value || reader.TokenType == JsonTokenType.False || Refuse(ref reader, context, JsonRules.BooleanExpected);
    }
}
