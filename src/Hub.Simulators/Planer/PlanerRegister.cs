using System.Globalization;
using System.Text.Json.Nodes;

namespace Hub.Simulators.Planer;

/// <summary>The plans of the register, every version of each.</summary>
public sealed class PlanerRegister
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<JsonObject>> _plans = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Ids of all plans, in the order of their creation.</summary>
    public IReadOnlyList<string> Ids
    {
        get
        {
            lock (_gate)
                return [.. _plans.Keys];
        }
    }

    /// <summary>A plan as it is now, or one version of it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="version">Which version; null for the latest.</param>
    /// <returns>A copy; null when there is none.</returns>
    public JsonObject? Find(string id, int? version = null)
    {
        lock (_gate)
        {
            var versions = _plans.GetValueOrDefault(id);
            return (version is null ? versions?[^1] : versions?.Find(v => v["version"]!.GetValue<int>() == version))?.DeepClone().AsObject();
        }
    }

    /// <summary>Somebody changes a plan in the register itself.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="comment">Why.</param>
    /// <param name="change">What is changed in <c>clinical_content</c>.</param>
    /// <returns>The new version.</returns>
    public int Edit(string id, string comment, Action<JsonObject> change)
    {
        var plan = Find(id) ?? throw new ArgumentException("There is no such plan.", nameof(id));
        change(plan["clinical_content"]!.AsObject());
        plan["comment"] = comment;
        plan["updated_by"] = new JsonObject { ["name"] = "Fastlege i registeret" };
        var (done, after) = Update(id, plan["version"]!.GetValue<int>(), plan);
        return done == PlanerUpdate.Done ? after!["version"]!.GetValue<int>() : throw new InvalidOperationException("The plan was changed meanwhile.");
    }

    internal JsonObject Create(JsonObject request)
    {
        lock (_gate)
        {
            var id = Guid.NewGuid().ToString("D");
            var plan = Version(id, 1, 1, request, request["subject"]!);
            _plans[id] = [plan];
            return plan.DeepClone().AsObject();
        }
    }

    internal (PlanerUpdate Done, JsonObject? Plan) Update(string id, int version, JsonObject request)
    {
        lock (_gate)
        {
            if (_plans.GetValueOrDefault(id) is not { } versions)
                return (PlanerUpdate.NoPlan, null);
            var held = versions[^1];
            if (held["version"]!.GetValue<int>() != version)
                return (PlanerUpdate.OtherVersion, null);
            var content = held["clinical_content"]!.AsObject();
            var same = Bare(content) == Bare(request["clinical_content"]!.AsObject());
            var plan = Version(id, version + 1, content["version"]!.GetValue<int>() + (same ? 0 : 1), request, held["subject"]!);
            versions.Add(plan);
            return (PlanerUpdate.Done, plan.DeepClone().AsObject());
        }
    }

    internal JsonArray? History(string id)
    {
        lock (_gate)
        {
            return _plans.GetValueOrDefault(id) is not { } versions ? null : new JsonArray([.. versions.Select(v => new JsonObject
            {
                ["version"] = v["version"]!.DeepClone(),
                ["status"] = v["status"]!.DeepClone(),
                ["updated_at"] = v["updated_at"]!.DeepClone(),
                ["updated_by"] = v["updated_by"]!.DeepClone(),
                ["comment"] = v["comment"]?.DeepClone(),
            })]);
        }
    }

    internal IEnumerable<JsonNode> OfPatient(string patient)
    {
        lock (_gate)
            return [.. _plans.Values.Select(v => v[^1]).Where(p => p["subject"]!["value"]?.ToString() == patient).Select(p => p.DeepClone())];
    }

    private static JsonObject Version(string id, int version, int contentVersion, JsonObject request, JsonNode subject)
    {
        var content = request["clinical_content"]!.DeepClone().AsObject();
        content["version"] = contentVersion;
        return new JsonObject
        {
            ["id"] = id,
            ["version"] = version,
            ["status"] = request["status"]!.DeepClone(),
            ["updated_at"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            ["updated_by"] = request["updated_by"]!.DeepClone(),
            ["comment"] = request["comment"]?.DeepClone(),
            ["subject"] = subject.DeepClone(),
            ["clinical_content"] = content,
        };
    }

    private static string Bare(JsonObject content)
    {
        var bare = content.DeepClone().AsObject();
        bare.Remove("version");
        return bare.ToJsonString();
    }
}

/// <summary>What became of an update.</summary>
internal enum PlanerUpdate
{
    Done,
    OtherVersion,
    NoPlan,
}
