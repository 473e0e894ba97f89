using System.Reflection;
using System.Text.Json;
using Hub.Fhir.Json.Codecs;
using Hub.Fhir.Json.Reading;
using Hub.Fhir.Model;
using Hub.Fhir.Validation;

namespace Hub.Fhir.Json.Shapes;

/// <summary>An element of at most one text, object or resource.</summary>
internal sealed class SingleProperty<T, TValue>(PropertyInfo property, FhirElementAttribute element, Codec<TValue> codec)
    : Property<T>(element.Name, element.Min)
    where TValue : class
{
    private readonly JsonEncodedText _name = JsonEncodedText.Encode(element.Name);
    private readonly Func<T, TValue?> _get = Accessors.Getter<T, TValue?>(property);
    private readonly Action<T, TValue?> _set = Accessors.Setter<T, TValue?>(property);
    private readonly CodeSet? _codes = CodeSet.Of(element.Codes);

    protected override bool IsPrimitive => codec.IsPrimitive;

    internal override void Write(Utf8JsonWriter writer, T node)
    {
        if (_get(node) is { } value)
            codec.Write(writer, _name, value);
    }

    internal override bool Read(ref Utf8JsonReader reader, ReadContext context, T node, int variant)
    {
        if (!SingleReader.TryRead(ref reader, context, codec, out var value))
            return false;
        _set(node, value);
        return true;
    }

    internal override void Check(T node, CheckContext context)
    {
        var value = _get(node);
        context.Enter(Name);
        if (value is null)
            context.Require(Min);
        else
        {
            codec.Check(value, context);
            _codes?.Check(value, context);
        }

        context.Leave();
    }
}
