using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Hub.Simulators.Gerica;

/// <summary>The version held of each plan: a plan is never put back to an older one.</summary>
internal sealed class PlanVersions
{
    private readonly ConcurrentDictionary<(string Client, string Id), int> _held = new();

    public static int? Read(JsonElement plan) =>
        plan.Member("meta") is { } meta && int.TryParse(meta.Text("versionId"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    public bool IsNewer(string client, string id, int version) => !_held.TryGetValue((client, id), out var held) || version > held;

    public void Hold(string client, string id, int version) => _held.AddOrUpdate((client, id), version, (_, held) => Math.Max(held, version));
}
