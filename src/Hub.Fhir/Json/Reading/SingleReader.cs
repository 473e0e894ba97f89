using System.Text.Json;
using Hub.Fhir.Json.Codecs;

namespace Hub.Fhir.Json.Reading;

/// <summary>Reads an element that may occur once, also when a sender put it into an array of one.</summary>
internal static class SingleReader
{
    internal static bool TryRead<TValue>(ref Utf8JsonReader reader, ReadContext context, Codec<TValue> codec, out TValue value)
    {
        value = default!;
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                context.Fault(JsonRules.NoNull, "null left out");
                return false;
            case JsonTokenType.StartArray:
                return TryUnwrap(ref reader, context, codec, out value);
            default:
                return codec.TryRead(ref reader, context, out value);
        }
    }

    private static bool TryUnwrap<TValue>(ref Utf8JsonReader reader, ReadContext context, Codec<TValue> codec, out TValue value)
    {
        value = default!;
        if (!context.Lenient || !HoldsOne(reader))
        {
            context.Error(JsonRules.SingleExpected);
            reader.Skip();
            return false;
        }

        context.Mend(JsonRules.SingleExpected, "value taken out of an array of one");
        reader.Read();
        var read = reader.TokenType != JsonTokenType.StartArray && codec.TryRead(ref reader, context, out value);
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            context.Error(JsonRules.SingleExpected);
            reader.Skip();
        }

        reader.Read();
        return read;
    }

    private static bool HoldsOne(Utf8JsonReader ahead)
    {
        ahead.Read();
        if (ahead.TokenType == JsonTokenType.EndArray)
            return false;
        ahead.Skip();
        return ahead.Read() && ahead.TokenType == JsonTokenType.EndArray;
    }
}
