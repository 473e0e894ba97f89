using System.Text.Json;

namespace Hub.Adapters.Gerica;

/// <summary>Id and version of a CarePlan, read from its bytes.</summary>
public static class PlanVersion
{
    /// <summary>Reads them.</summary>
    /// <param name="plan">The CarePlan as JSON.</param>
    /// <returns><c>id</c> and <c>meta.versionId</c>, null where they are missing.</returns>
    public static (string? Id, string? Version) Read(ReadOnlySpan<byte> plan)
    {
        try
        {
            var reader = new Utf8JsonReader(plan);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            var id = root.TryGetProperty("id", out var value) ? value.GetString() : null;
            var version = root.TryGetProperty("meta", out var meta) && meta.TryGetProperty("versionId", out var number) ? number.GetString() : null;
            return (id, version);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, null);
        }
    }
}
