using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Core.Errors;

namespace Hub.Adapters.FhirReading;

/// <summary>Finds elements that can turn the meaning of what they stand in into its opposite: <c>modifierExtension</c> and <c>implicitRules</c>. Who does not know them must not use the resource (FHIR R4 extensibility.html 2.4.1.2, resource.html), so they are refused in both modes.</summary>
internal static class Modifiers
{
    private const string Text = "This element may change the meaning of what it stands in and is not known here; send the resource without it.";

    /// <summary>Finds them.</summary>
    /// <param name="body">The bytes, for a quick look that spares nearly every message the walk.</param>
    /// <param name="root">The message.</param>
    /// <param name="name">Type of the message's resource.</param>
    /// <returns>An error for each.</returns>
    public static IReadOnlyList<HubError> Find(ReadOnlySpan<byte> body, JsonElement root, string name)
    {
        if (body.IndexOf("odifierExtension"u8) < 0 && body.IndexOf("mplicitRules"u8) < 0 && body.IndexOf("\\u"u8) < 0)
            return [];
        var errors = new List<HubError>();
        Walk(root, name, errors);
        return errors;
    }

    private static void Walk(JsonElement value, string path, List<HubError> errors)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
                Walk(item, $"{path}[{index++}]", errors);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                var below = $"{path}.{JsonText.ShownName(JsonText.Name(property))}";
                if ((property.NameEquals("modifierExtension"u8) || property.NameEquals("implicitRules"u8)) && SaysSomething(property.Value))
                    errors.Add(FhirErrors.NotTaken.At(below, Text));
                else
                    Walk(property.Value, below, errors);
            }
        }
    }

    private static bool SaysSomething(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.String => JsonText.Read(value)?.Length != 0,
        _ => true,
    };
}
