using System.Globalization;
using System.Text.Json;

namespace Hub.Adapters.Siemens.Sending;

/// <summary>What a CarePlan says of itself.</summary>
/// <param name="Id">Where it is kept: the vendor's own id of a plan that began there, else the one the hub gave it.</param>
/// <param name="Version">Its version; 0 when it does not say.</param>
/// <param name="Delivery">The hub's id of this document, the same for every try; null when it has none.</param>
internal sealed record PlanFacts(string Id, int Version, string? Delivery)
{
    private const string OwnSystem = "urn:siemens-like:plan";
    private const string DeliverySystem = "urn:hub:delivery";

    /// <summary>Reads them.</summary>
    /// <param name="plan">The CarePlan as JSON.</param>
    /// <returns>The facts; null when it is no CarePlan with an id.</returns>
    public static PlanFacts? Read(ReadOnlyMemory<byte> plan)
    {
        try
        {
            using var document = JsonDocument.Parse(plan);
            var root = document.RootElement;
            var version = root.TryGetProperty("meta", out var meta) && meta.TryGetProperty("versionId", out var number) ? number.GetString() : null;
            var id = Identifier(root, OwnSystem) ?? (root.TryGetProperty("id", out var own) ? own.GetString() : null);
            return id is null ? null : new PlanFacts(id, int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0, Identifier(root, DeliverySystem));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Identifier(JsonElement plan, string system)
    {
        if (!plan.TryGetProperty("identifier", out var identifiers))
            return null;
        foreach (var identifier in identifiers.EnumerateArray())
        {
            if (identifier.TryGetProperty("system", out var named) && named.GetString() == system && identifier.TryGetProperty("value", out var value))
                return value.GetString();
        }

        return null;
    }
}
