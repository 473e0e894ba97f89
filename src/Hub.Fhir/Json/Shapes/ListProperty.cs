using System.Reflection;
using System.Text.Json;
using Hub.Fhir.Json.Codecs;
using Hub.Fhir.Json.Reading;
using Hub.Fhir.Model;
using Hub.Fhir.Validation;

namespace Hub.Fhir.Json.Shapes;

/// <summary>An element that repeats.</summary>
internal sealed class ListProperty<T, TValue>(PropertyInfo property, FhirElementAttribute element, Codec<TValue> codec)
    : Property<T>(element.Name, element.Min)
    where TValue : notnull
{
    private readonly JsonEncodedText _name = JsonEncodedText.Encode(element.Name);
    private readonly Func<T, FhirList<TValue>> _get = Accessors.Getter<T, FhirList<TValue>>(property);
    private readonly Action<T, FhirList<TValue>> _set = Accessors.Setter<T, FhirList<TValue>>(property);
    private readonly CodeSet? _codes = CodeSet.Of(element.Codes);

    protected override bool IsPrimitive => codec.IsPrimitive;

    internal override void Write(Utf8JsonWriter writer, T node)
    {
        var items = _get(node);
        if (items.Count == 0)
            return;
        writer.WriteStartArray(_name);
        foreach (var item in items.AsSpan())
            codec.WriteValue(writer, item);
        writer.WriteEndArray();
    }

    internal override bool Read(ref Utf8JsonReader reader, ReadContext context, T node, int variant)
    {
        var items = default(FhirListReader<TValue>);
        if (reader.TokenType == JsonTokenType.StartArray)
            ReadItems(ref reader, context, ref items);
        else if (reader.TokenType == JsonTokenType.Null)
            context.Fault(JsonRules.NoNull, "null left out");
        else if (context.Fault(JsonRules.ArrayExpected, "single value put into an array"))
            ReadItem(ref reader, context, ref items);
        else
            reader.Skip();
        if (items.Count == 0)
            return false;
        _set(node, items.ToList());
        return true;
    }

    internal override void Check(T node, CheckContext context)
    {
        var items = _get(node);
        context.Enter(Name);
        if (items.Count < Min)
            context.Require(Min);
        for (var i = 0; i < items.Count; i++)
        {
            context.At(i);
            codec.Check(items[i], context);
            _codes?.Check(items[i], context);
        }

        context.Leave();
    }

    private void ReadItems(ref Utf8JsonReader reader, ReadContext context, ref FhirListReader<TValue> items)
    {
        var i = 0;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            context.At(i);
            ReadItem(ref reader, context, ref items);
        }

        context.At(-1);
        if (i == 0)
            context.Fault(JsonRules.EmptyArray, "empty array left out");
    }

    private void ReadItem(ref Utf8JsonReader reader, ReadContext context, ref FhirListReader<TValue> items)
    {
        if (reader.TokenType == JsonTokenType.Null)
            context.Fault(JsonRules.NoNull, "null left out");
        else if (codec.TryRead(ref reader, context, out var value))
            items.Add(value);
    }
}
