using System.Text.Json;
using Hub.Fhir.Json.Reading;
using Hub.Fhir.Model;
using Hub.Fhir.Validation;

namespace Hub.Fhir.Json.Shapes;

/// <summary>The shape of one record type, worked out once from its attributes.</summary>
internal sealed class ShapeOf<T> : Shape
    where T : FhirNode, new()
{
    private static readonly JsonEncodedText ResourceType = JsonEncodedText.Encode("resourceType");

    private readonly Property<T>[] _properties;
    private readonly NameTable<T> _names;
    private readonly Action<T, FhirList<RawElement>> _setRest;
    private readonly JsonEncodedText? _resourceTypeName;

    private ShapeOf()
    {
        TypeName = NameOf(typeof(T));
        if (typeof(T).IsAssignableTo(typeof(Resource)))
            _resourceTypeName = JsonEncodedText.Encode(TypeName);
        _properties = PropertyFactory.All<T>();
        _names = new NameTable<T>(_properties);
        _setRest = Accessors.Setter<T, FhirList<RawElement>>(typeof(FhirNode).GetProperty(nameof(FhirNode.Rest))!);
    }

    internal static ShapeOf<T> Instance { get; } = new();

    internal override string TypeName { get; }

    internal override void Write(Utf8JsonWriter writer, FhirNode node) => WriteObject(writer, (T)node);

    internal override FhirNode? Read(ref Utf8JsonReader reader, ReadContext context) => ReadObject(ref reader, context);

    internal override void Check(FhirNode node, CheckContext context) => CheckObject((T)node, context);

    internal void WriteObject(Utf8JsonWriter writer, T node)
    {
        writer.WriteStartObject();
        if (_resourceTypeName is { } name)
            writer.WriteString(ResourceType, name);
        foreach (var property in _properties)
            property.Write(writer, node);
        foreach (var raw in node.Rest.AsSpan())
        {
            writer.WritePropertyName(raw.Name);
            writer.WriteRawValue(raw.Json, skipInputValidation: true);
        }

        writer.WriteEndObject();
    }

    internal void CheckObject(T node, CheckContext context)
    {
        foreach (var property in _properties)
            property.Check(node, context);
        if (node is Reference reference)
            context.Meet(reference);
        Invariants.Check(node, context);
    }

    internal T? ReadObject(ref Utf8JsonReader reader, ReadContext context)
    {
        var node = new T();
        ulong seen = 0;
        int members = 0, met = 0;
        FhirListReader<RawElement> rest = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            met++;
            if (!_names.TryFind(ref reader, out var entry))
            {
                if (_resourceTypeName is not null && reader.ValueTextEquals("resourceType"u8))
                    SkipResourceType(ref reader, context, ref seen);
                else if (RestReader.Read(ref reader, context, TypeName, _names.IsPrimitive, ref rest))
                    members++;
                continue;
            }

            context.Enter(entry.JsonName);
            var bit = 1ul << entry.Property.Index;
            reader.Read();
            if ((seen & bit) != 0)
            {
                context.Error(entry.Property.IsChoice ? JsonRules.OneChoice : JsonRules.DuplicateKey);
                reader.Skip();
            }
            else if (entry.Property.Read(ref reader, context, node, entry.Variant))
            {
                members++;
            }

            seen |= bit;
            context.Leave();
        }

        if (rest.Count > 0)
            _setRest(node, rest.ToList());
        if (members > 0 || _resourceTypeName is not null)
            return node;
        if (met == 0 || context.Lenient)
            context.Fault(JsonRules.EmptyObject, "empty object left out");
        return null;
    }

    private static void SkipResourceType(ref Utf8JsonReader reader, ReadContext context, ref ulong seen)
    {
        const ulong Bit = 1ul << 63;
        if ((seen & Bit) != 0)
        {
            context.Enter("resourceType");
            context.Error(JsonRules.DuplicateKey);
            context.Leave();
        }

        seen |= Bit;
        reader.Skip();
    }
}
