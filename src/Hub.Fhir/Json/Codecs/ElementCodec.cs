using System.Text.Json;
using Hub.Fhir.Json.Reading;
using Hub.Fhir.Json.Shapes;
using Hub.Fhir.Model;
using Hub.Fhir.Validation;

namespace Hub.Fhir.Json.Codecs;

/// <summary>A datatype or a part of a resource.</summary>
internal sealed class ElementCodec<T> : Codec<T>
    where T : Element, new()
{
    internal override bool IsPrimitive => false;

    internal override void WriteValue(Utf8JsonWriter writer, T value) => ShapeOf<T>.Instance.WriteObject(writer, value);

    internal override bool TryRead(ref Utf8JsonReader reader, ReadContext context, out T value)
    {
        value = null!;
        if (reader.TokenType != JsonTokenType.StartObject)
            return Refuse(ref reader, context, JsonRules.ObjectExpected);
        if (ShapeOf<T>.Instance.ReadObject(ref reader, context) is not { } read)
            return false;
        value = read;
        return true;
    }

    internal override void Check(T value, CheckContext context) => ShapeOf<T>.Instance.CheckObject(value, context);
}
