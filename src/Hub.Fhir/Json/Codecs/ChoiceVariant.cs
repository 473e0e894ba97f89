using System.Text.Json;
using Hub.Fhir.Model;

namespace Hub.Fhir.Json.Codecs;

/// <summary>One type a choice element may have.</summary>
internal sealed class ChoiceVariant(string type, bool primitive, Func<DataType, bool> holds, Codec<DataType> codec)
{
    /// <summary>What is put after the name of the element, for example Quantity or DateTime.</summary>
    internal string Suffix { get; } = char.ToUpperInvariant(type[0]) + type[1..];

    internal bool IsPrimitive { get; } = primitive;

    internal Codec<DataType> Codec { get; } = codec;

    internal bool Holds(DataType value) => holds(value);

    internal void Write(Utf8JsonWriter writer, DataType value) => Codec.WriteValue(writer, value);
}
