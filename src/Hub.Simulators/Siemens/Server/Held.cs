using System.Text.Json;

namespace Hub.Simulators.Siemens;

/// <summary>A resource that the vendor has, in one version.</summary>
/// <param name="Type">Type of resource.</param>
/// <param name="Id">Logical id.</param>
/// <param name="Version">Version, counted from 1.</param>
/// <param name="Patient">National id of whom it is about.</param>
/// <param name="Json">The resource, byte for byte as it came but for id, meta and subject.</param>
internal sealed record Held(string Type, string Id, int Version, string Patient, JsonElement Json)
{
    /// <summary>When it was true, for sorting and filtering.</summary>
    public DateTimeOffset At { get; } = Time(Json, "effectiveDateTime") ?? Time(Json, "authored") ?? Time(Json, "created") ?? default;

    private static DateTimeOffset? Time(JsonElement json, string name) =>
        json.TryGetProperty(name, out var text) && DateTimeOffset.TryParse(text.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var at) ? at : null;
}
