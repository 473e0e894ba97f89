using System.Text.Json;
using Hub.Fhir.Json.Reading;
using Hub.Fhir.Model;
using Hub.Fhir.Validation;

namespace Hub.Fhir.Json.Codecs;

/// <summary>Reads and writes a value of a choice element by the codec of its own type.</summary>
internal sealed class ConvertedCodec<TValue>(Codec<TValue> inner, Func<TValue, DataType> wrap, Func<DataType, TValue> unwrap) : Codec<DataType>
{
    internal override bool IsPrimitive => inner.IsPrimitive;

    internal override void WriteValue(Utf8JsonWriter writer, DataType value) => inner.WriteValue(writer, unwrap(value));

    internal override bool TryRead(ref Utf8JsonReader reader, ReadContext context, out DataType value)
    {
        var read = inner.TryRead(ref reader, context, out var own);
        value = read ? wrap(own) : null!;
        return read;
    }

    internal override void Check(DataType value, CheckContext context) => inner.Check(unwrap(value), context);
}
