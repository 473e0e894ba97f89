using System.Text;
using System.Text.Json;
using Hub.Fhir.Json.Reading;
using Hub.Fhir.Json.Shapes;
using Hub.Fhir.Model;
using Hub.Fhir.Validation;

namespace Hub.Fhir.Json.Codecs;

/// <summary>A whole resource of any type.</summary>
internal sealed class ResourceCodec : Codec<Resource>
{
    internal static readonly ResourceCodec Instance = new();

    internal override bool IsPrimitive => false;

    internal override void WriteValue(Utf8JsonWriter writer, Resource value) => FhirJson.WriteResource(writer, value);

    internal override bool TryRead(ref Utf8JsonReader reader, ReadContext context, out Resource value)
    {
        value = null!;
        if (reader.TokenType != JsonTokenType.StartObject)
            return Refuse(ref reader, context, JsonRules.ObjectExpected);
        if (TypeNameAhead(reader) is not { } name)
            return Refuse(ref reader, context, JsonRules.ResourceType);
        if (ResourceShapes.TryFind(name, out var shape))
        {
            context.NameRoot(name);
            if (shape.Read(ref reader, context) is not Resource resource)
                return false;
            value = resource;
            return true;
        }

        if (!ResourceTypes.R4.Contains(name))
            return Refuse(ref reader, context, JsonRules.ResourceType);
        context.NameRoot(name);
        return TryKeep(ref reader, context, name, out value);
    }

    internal override void Check(Resource value, CheckContext context) => context.CheckResource(value);

    private static bool TryKeep(ref Utf8JsonReader reader, ReadContext context, string name, out Resource value)
    {
        value = null!;
        var json = new StringBuilder();
        context.Note(kept: true);
        if (!RawCopy.TryCopy(ref reader, context, json))
            return false;
        value = new UnmodelledResource(name, json.ToString());
        return true;
    }

    // resourceType is nearly always first; a copy of the reader looks for it when it is not.
    private static string? TypeNameAhead(Utf8JsonReader ahead)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var found = ahead.ValueTextEquals("resourceType"u8);
            ahead.Read();
            if (found)
                return ahead.TokenType == JsonTokenType.String ? ahead.GetString() : null;
            ahead.Skip();
        }

        return null;
    }
}
