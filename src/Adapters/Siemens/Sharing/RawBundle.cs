using System.Text.Json;
using Hub.Adapters.FhirReading;
using Hub.Adapters.Json;
using Hub.Adapters.Siemens.Reading;

namespace Hub.Adapters.Siemens.Sharing;

/// <summary>A Bundle as JSON, before anybody has judged it as FHIR: enough to tell whose an entry is and what it refers to. Never throws for bad input.</summary>
internal sealed class RawBundle
{
    private readonly ReferencePlaces _places = new();

    /// <summary>A Bundle.</summary>
    /// <param name="root">The JSON.</param>
    public RawBundle(JsonElement root)
    {
        Root = root;
        var entries = Member(root, "entry");
        Entries = entries.ValueKind == JsonValueKind.Array ? [.. entries.EnumerateArray().Select((e, i) => new RawEntry(i, e))] : entries.ValueKind == JsonValueKind.Object ? [new RawEntry(0, entries)] : [];
        foreach (var entry in Entries)
            _places.Add(entry.Place, entry.FullUrl, entry.Type, Text(entry.Resource, "id"));
    }

    public JsonElement Root { get; }

    public IReadOnlyList<RawEntry> Entries { get; }

    /// <summary>The entry that a reference leads to, null when it leads out of the Bundle.</summary>
    public RawEntry? Resolve(string? target) => target is not null && _places.Find(target) is { } place ? Entries[place] : null;

    /// <summary>A member of an object; undefined when there is none.</summary>
    public static JsonElement Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : default;

    /// <summary>A text member of an object, null when there is none.</summary>
    public static string? Text(JsonElement value, string name) => Member(value, name) is { ValueKind: JsonValueKind.String } text ? JsonText.Read(text) : null;

    /// <summary>One object or several, as a sequence of objects.</summary>
    public static IEnumerable<JsonElement> Each(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.Object) : value.ValueKind == JsonValueKind.Object ? [value] : [];
}

/// <summary>An entry of a Bundle as JSON.</summary>
/// <param name="Place">Its place.</param>
/// <param name="Json">The entry.</param>
internal sealed record RawEntry(int Place, JsonElement Json)
{
    public JsonElement Resource { get; } = RawBundle.Member(Json, "resource");

    public string? FullUrl { get; } = RawBundle.Text(Json, "fullUrl");

    public string Type { get; } = RawBundle.Text(RawBundle.Member(Json, "resource"), "resourceType") ?? "";

    public string? Method { get; } = RawBundle.Text(RawBundle.Member(Json, "request"), "method");

    /// <summary>Whether it only belongs to others.</summary>
    public bool IsSupporting => Supporting.IsType(Type) || (Type == "Observation" && IsClock);

    private bool IsClock => RawBundle.Each(RawBundle.Member(RawBundle.Member(Resource, "code"), "coding"))
        .Any(c => Supporting.IsClock(RawBundle.Text(c, "system"), RawBundle.Text(c, "code")));

    /// <summary>True where the order of entries is all that counts.</summary>
    public bool Equals(RawEntry? other) => other is not null && other.Place == Place;

    /// <inheritdoc/>
    public override int GetHashCode() => Place;
}
