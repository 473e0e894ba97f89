using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Hub.Simulators.Siemens;

/// <summary>The plan app: keeps every version of every plan. A version is taken when its condition holds (FHIR R4 http.html 3.1.0.5): If-Match names the version that is held, or If-None-Match says that none is.</summary>
public sealed class PlanApp
{
    private readonly SiemensLedger _ledger;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Held>> _plans = new(StringComparer.Ordinal);

    internal PlanApp(SiemensLedger ledger, TimeProvider time) => (_ledger, _time) = (ledger, time);

    /// <summary>The version that is held; 0 = none.</summary>
    /// <param name="id">Id of the plan.</param>
    /// <returns>The version.</returns>
    public int VersionOf(string id)
    {
        lock (_gate)
            return _plans.TryGetValue(id, out var versions) ? versions[^1].Version : 0;
    }

    /// <summary>Edits a plan in the app: the next version, made from the one that is held.</summary>
    /// <param name="id">Id of the plan.</param>
    /// <param name="edit">Changes the text of the CarePlan.</param>
    /// <returns>The new version as the app sends it.</returns>
    public byte[] Edit(string id, Func<string, string> edit)
    {
        lock (_gate)
        {
            var held = _plans[id][^1];
            var next = held.Version + 1;
            using var changed = JsonDocument.Parse(edit(held.Json.GetRawText()));
            var stored = Stored(changed.RootElement, id, next);
            _plans[id].Add(new Held("CarePlan", id, next, held.Patient, stored));
            return System.Text.Encoding.UTF8.GetBytes(stored.GetRawText());
        }
    }

    /// <summary>Begins a plan in the app.</summary>
    /// <param name="id">Id of the plan.</param>
    /// <param name="carePlan">The CarePlan.</param>
    /// <returns>The first version as the app sends it.</returns>
    public byte[] Begin(string id, ReadOnlySpan<byte> carePlan)
    {
        var reader = new Utf8JsonReader(carePlan);
        using var document = JsonDocument.ParseValue(ref reader);
        lock (_gate)
        {
            var stored = Stored(document.RootElement, id, 1);
            _plans[id] = [new Held("CarePlan", id, 1, PatientOf(stored) ?? "", stored)];
            return System.Text.Encoding.UTF8.GetBytes(stored.GetRawText());
        }
    }

    internal IReadOnlyList<Held> Current(string patient)
    {
        lock (_gate)
            return [.. _plans.Values.Select(v => v[^1]).Where(p => p.Patient == patient)];
    }

    internal IReadOnlyList<Held> History(string id)
    {
        lock (_gate)
            return _plans.TryGetValue(id, out var versions) ? [.. versions.AsEnumerable().Reverse()] : [];
    }

    // 200 or 201 when taken, 409 and 412 when not, 422 for a patient that nobody follows up.
    internal (int Status, int Version, bool Replayed) Put(string id, PutCall call, IReadOnlySet<string> patients)
    {
        using var document = Parse(call.Body);
        if (document is null || PatientOf(document.RootElement) is not { } patient)
            return Refused(400);
        if (patients.Count > 0 && !patients.Contains(patient))
            return Refused(422);
        lock (_gate)
        {
            if (call.Key is not null && _ledger.Before(call.Key, call.Body) is { } before)
                return before < 0 ? Conflict(409) : (200, before, true);
            var held = VersionOf(id);
            if (call.NoneMatch ? held > 0 : call.Match is null || call.Match != held)
                return Conflict(412);
            var version = VersionIn(document.RootElement) is { } own && own > held ? own : held + 1;
            if (held == 0)
                _plans[id] = [];
            _plans[id].Add(new Held("CarePlan", id, version, patient, Stored(document.RootElement, id, version)));
            _ledger.Take("CarePlan", id, patient, version, call.Key, call.Body);
            return (held == 0 ? 201 : 200, version, false);
        }
    }

    private (int Status, int Version, bool Replayed) Refused(int status)
    {
        _ledger.Refuse();
        return (status, 0, false);
    }

    private (int Status, int Version, bool Replayed) Conflict(int status)
    {
        _ledger.Conflict();
        return (status, 0, false);
    }

    private JsonElement Stored(JsonElement plan, string id, int version)
    {
        var written = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(written))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "CarePlan");
            json.WriteString("id", id);
            json.WriteStartObject("meta");
            json.WriteString("versionId", version.ToString(CultureInfo.InvariantCulture));
            json.WriteString("lastUpdated", _time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteEndObject();
            foreach (var property in plan.EnumerateObject().Where(p => p.Name is not ("resourceType" or "id" or "meta")))
            {
                json.WritePropertyName(property.Name);
                json.WriteRawValue(JsonMarshal.GetRawUtf8Value(property.Value), skipInputValidation: true);
            }

            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(written.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static string? PatientOf(JsonElement plan) =>
        plan.TryGetProperty("subject", out var subject) && subject.TryGetProperty("identifier", out var id) && id.TryGetProperty("value", out var value) ? value.GetString() : null;

    private static int? VersionIn(JsonElement plan) =>
        plan.TryGetProperty("meta", out var meta) && meta.TryGetProperty("versionId", out var version) && int.TryParse(version.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    private static JsonDocument? Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A call that puts a version.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="Key">Idempotency key, null when there is none.</param>
/// <param name="Match">Version in If-Match, null when there is none.</param>
/// <param name="NoneMatch">True for <c>If-None-Match: *</c>.</param>
internal sealed record PutCall(byte[] Body, string? Key, int? Match, bool NoneMatch);
