using System.Reflection;
using System.Text.Json;
using Hub.Fhir.Json.Codecs;
using Hub.Fhir.Json.Reading;
using Hub.Fhir.Model;
using Hub.Fhir.Validation;

namespace Hub.Fhir.Json.Shapes;

/// <summary>A choice element such as value[x]: at most one value of one of several types.</summary>
internal sealed class ChoiceProperty<T> : Property<T>
{
    private readonly Func<T, DataType?> _get;
    private readonly Action<T, DataType?> _set;
    private readonly ChoiceVariant[] _variants;
    private readonly JsonEncodedText[] _names;

    internal ChoiceProperty(PropertyInfo property, FhirChoiceAttribute choice)
        : base(choice.Name, choice.Min)
    {
        _get = Accessors.Getter<T, DataType?>(property);
        _set = Accessors.Setter<T, DataType?>(property);
        _variants = [.. choice.Types.Select(ChoiceVariants.Of)];
        _names = [.. _variants.Select(variant => JsonEncodedText.Encode(choice.Name + variant.Suffix))];
    }

    internal override bool IsChoice => true;

    internal override IEnumerable<(string JsonName, int Variant, bool Primitive)> JsonNames =>
        _variants.Select((variant, i) => (Name + variant.Suffix, i, variant.IsPrimitive));

    internal override void Write(Utf8JsonWriter writer, T node)
    {
        if (_get(node) is not { } value)
            return;
        var i = VariantOf(value);
        if (i < 0)
            throw new InvalidOperationException($"{Name}[x] of {typeof(T).Name} cannot hold {value}.");
        writer.WritePropertyName(_names[i]);
        _variants[i].Write(writer, value);
    }

    internal override bool Read(ref Utf8JsonReader reader, ReadContext context, T node, int variant)
    {
        if (!SingleReader.TryRead(ref reader, context, _variants[variant].Codec, out var value))
            return false;
        _set(node, value);
        return true;
    }

    internal override void Check(T node, CheckContext context)
    {
        if (_get(node) is not { } value)
        {
            context.Enter(Name + "[x]");
            context.Require(Min);
            context.Leave();
            return;
        }

        var i = VariantOf(value);
        context.Enter(i < 0 ? Name + "[x]" : _names[i].Value);
        if (i < 0)
            context.Add(CheckRules.ChoiceType);
        else
            _variants[i].Codec.Check(value, context);
        context.Leave();
    }

    private int VariantOf(DataType value)
    {
        for (var i = 0; i < _variants.Length; i++)
        {
            if (_variants[i].Holds(value))
                return i;
        }

        return -1;
    }
}
