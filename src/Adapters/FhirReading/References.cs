using System.Text.Json;
using Hub.Adapters.Json;

namespace Hub.Adapters.FhirReading;

/// <summary>Finds literal references anywhere in a resource.</summary>
internal static class References
{
    /// <summary>Their targets, in the order of the text; those to contained resources not.</summary>
    public static IReadOnlyList<string> In(JsonElement resource)
    {
        var found = new List<string>();
        Walk(resource, found);
        return found;
    }

    private static void Walk(JsonElement value, List<string> found)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Walk(item, found);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                if (property.Value.ValueKind != JsonValueKind.String)
                    Walk(property.Value, found);
                else if (JsonText.Name(property).SequenceEqual("reference"u8) && JsonText.Read(property.Value) is { Length: > 0 } target && target[0] != '#')
                    found.Add(target);
            }
        }
    }
}
