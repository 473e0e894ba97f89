using System.Text.Json;
using Hub.Adapters.Json;

namespace Hub.Adapters.Vkp;

/// <summary>Finds what came in and has no place in the content, by walking the JSON beside the list of what is carried. So nothing is left out without being listed.</summary>
internal static class LeftOvers
{
    private const string NoPlace = "The content has no place for this; the raw message keeps it.";

    public static void Find(VkpSource source, Findings findings)
    {
        foreach (var property in source.Root.EnumerateObject())
        {
            if (property.Name is not ("resourceType" or "type" or "identifier" or "entry"))
                findings.LeaveOut($"Bundle.{JsonText.ShownName(JsonText.Name(property))}", NoPlace);
        }

        foreach (var entry in source.Entries)
            Find(entry, source, findings);
    }

    public static void Find(VkpEntry entry, VkpSource source, Findings findings) =>
        Walk(entry.Json, entry.ResourcePath, "", Carried.Of(entry.Resource), source, findings);

    private static void Walk(JsonElement value, string path, string pattern, Carried carried, VkpSource source, Findings findings)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                    Walk(item, $"{path}[{index++}]", pattern, carried, source, findings);
                break;
            case JsonValueKind.Object when pattern == "extension" && Url(value) is { } url && carried.PartsOf(url) is { } parts:
                WalkParts(value, path, parts, findings);
                break;
            case JsonValueKind.Object when pattern.Length == 0 || carried.HasBelow(pattern):
                foreach (var property in value.EnumerateObject())
                {
                    var name = JsonText.ShownName(JsonText.Name(property));
                    Walk(property.Value, $"{path}.{name}", pattern.Length == 0 ? name : $"{pattern}.{name}", carried, source, findings);
                }

                break;
            case JsonValueKind.Null:
                break;
            default:
                if (!carried.Has(pattern) && !IsInnerReference(value, pattern, source))
                    findings.LeaveOut(path, NoPlace);
                break;
        }
    }

    private static void WalkParts(JsonElement extension, string path, IReadOnlyList<string> parts, Findings findings)
    {
        if (!extension.TryGetProperty("extension", out var inner) || inner.ValueKind != JsonValueKind.Array)
            return;
        var index = 0;
        foreach (var part in inner.EnumerateArray())
        {
            if (Url(part) is not { } name || !parts.Contains(name))
                findings.LeaveOut($"{path}.extension[{index}]", NoPlace);
            index++;
        }
    }

    private static string? Url(JsonElement extension) =>
        extension.ValueKind == JsonValueKind.Object && extension.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String ? JsonText.Read(url) : null;

    // A reference inside the message has done its work when what it points to is read.
    private static bool IsInnerReference(JsonElement value, string pattern, VkpSource source) =>
        pattern.EndsWith("reference", StringComparison.Ordinal) && value.ValueKind == JsonValueKind.String && JsonText.Read(value) is { } target
        && (target.StartsWith('#') || source.Resolve(target) is not null);
}
