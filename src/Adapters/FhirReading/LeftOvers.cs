using System.Text.Json;
using Hub.Adapters.Json;

namespace Hub.Adapters.FhirReading;

/// <summary>Finds what came in and has no place in the content, by walking the JSON beside the list of what is carried. So nothing is left out without being listed.</summary>
internal static class LeftOvers
{
    private static readonly HashSet<string> Nothing = [];

    private const string NoPlace = "The content has no place for this; the raw message keeps it.";

    public static void Find(FhirSource source, Findings findings)
    {
        foreach (var property in source.Root.EnumerateObject())
        {
            if (property.Name is not ("resourceType" or "type" or "identifier" or "entry"))
                findings.LeaveOut($"Bundle.{JsonText.ShownName(JsonText.Name(property))}", NoPlace);
        }

        foreach (var entry in source.Entries)
            Find(entry, source, findings);
    }

    public static void Find(FhirEntry entry, FhirSource source, Findings findings) =>
        Walk(entry.Json, entry.ResourcePath, "", new Walker(Carried.Of(entry.Resource), source, findings, Nothing));

    /// <summary>Finds what one entry leaves over.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="source">The message.</param>
    /// <param name="findings">Where it is listed.</param>
    /// <param name="told">Paths of elements that the reader carried or listed by itself.</param>
    public static void Find(FhirEntry entry, FhirSource source, Findings findings, IReadOnlySet<string> told) =>
        Walk(entry.Json, entry.ResourcePath, "", new Walker(Carried.Of(entry.Resource), source, findings, told));

    private static void Walk(JsonElement value, string path, string pattern, Walker walker)
    {
        var (carried, source, findings, told) = walker;
        if (told.Count > 0 && told.Contains(path))
            return;
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                    Walk(item, $"{path}[{index++}]", pattern, walker);
                break;
            case JsonValueKind.Object when pattern == "extension" && Url(value) is { } url && carried.PartsOf(url) is { } parts:
                WalkParts(value, path, parts, findings);
                break;
            case JsonValueKind.Object when pattern.Length == 0 || carried.HasBelow(pattern):
                foreach (var property in value.EnumerateObject())
                {
                    var name = JsonText.ShownName(JsonText.Name(property));
                    Walk(property.Value, $"{path}.{name}", pattern.Length == 0 ? name : $"{pattern}.{name}", walker);
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

    private sealed record Walker(Carried Carried, FhirSource Source, Findings Findings, IReadOnlySet<string> Told);

    // A reference inside the message has done its work when what it points to is read.
    private static bool IsInnerReference(JsonElement value, string pattern, FhirSource source) =>
        pattern.EndsWith("reference", StringComparison.Ordinal) && value.ValueKind == JsonValueKind.String && JsonText.Read(value) is { } target
        && (target.StartsWith('#') || source.Resolve(target) is not null);
}
