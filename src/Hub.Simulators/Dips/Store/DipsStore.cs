using System.Globalization;
using System.Text.Json.Nodes;

namespace Hub.Simulators.Dips;

/// <summary>Resources with all their versions.</summary>
internal sealed class DipsStore(Func<Uri> root, TimeProvider time)
{
    private static readonly Dictionary<string, string> Letters = new(StringComparer.Ordinal)
    {
        ["Patient"] = "cdp",
        ["DocumentReference"] = "ako",
        ["Binary"] = "ako",
        ["Observation"] = "obs",
        ["QuestionnaireResponse"] = "qre",
        ["EpisodeOfCare"] = "",
    };

    private readonly Dictionary<(string Type, string Id), List<JsonObject>> _versions = [];
    private readonly Lock _gate = new();
    private int _last = 1_000_000;

    /// <summary>Adds a resource under an id of the journal's own.</summary>
    public string Create(string type, JsonObject resource)
    {
        lock (_gate)
        {
            var id = $"{Letters.GetValueOrDefault(type, "res")}{(++_last).ToString(CultureInfo.InvariantCulture)}";
            Save(type, id, resource);
            return id;
        }
    }

    /// <summary>Adds a version under a given id.</summary>
    public bool Update(string type, string id, JsonObject resource)
    {
        lock (_gate)
        {
            var isNew = !_versions.ContainsKey((type, id));
            Save(type, id, resource);
            return isNew;
        }
    }

    public JsonObject? Find(string type, string id)
    {
        lock (_gate)
            return _versions.TryGetValue((type, id), out var versions) ? versions[^1] : null;
    }

    /// <summary>Every version, the newest first.</summary>
    public IReadOnlyList<JsonObject> History(string type, string id)
    {
        lock (_gate)
            return _versions.TryGetValue((type, id), out var versions) ? [.. versions.AsEnumerable().Reverse()] : [];
    }

    public IReadOnlyList<JsonObject> Latest(string type)
    {
        lock (_gate)
            return [.. _versions.Where(v => v.Key.Type == type).Select(v => v.Value[^1])];
    }

    public string Address(string type, string id) => $"{root().AbsoluteUri}/{type}/{id}";

    private void Save(string type, string id, JsonObject resource)
    {
        var kept = (JsonObject)resource.DeepClone();
        kept["id"] = id;
        if (!_versions.TryGetValue((type, id), out var versions))
            _versions[(type, id)] = versions = [];
        // DIPS's documents have no meta.
        if (type != "DocumentReference")
        {
            var meta = kept["meta"] as JsonObject ?? [];
            // A plan brings its own version, which is what people count by.
            if (type != "CarePlan" || meta["versionId"] is null)
                meta["versionId"] = (versions.Count + 1).ToString(CultureInfo.InvariantCulture);
            meta["lastUpdated"] = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
            kept["meta"] = meta;
        }

        versions.Add(kept);
    }
}
