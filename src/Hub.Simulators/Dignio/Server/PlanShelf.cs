using System.Text.Json;

namespace Hub.Simulators.Dignio;

/// <summary>Plans that the vendor's system was told, the highest version of each.</summary>
public sealed class PlanShelf
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ToldPlan> _plans = new(StringComparer.Ordinal);
    private readonly List<ToldPlan> _told = [];

    /// <summary>Every version, in order of arrival.</summary>
    public IReadOnlyList<ToldPlan> Told
    {
        get
        {
            lock (_gate)
                return [.. _told];
        }
    }

    /// <summary>What it was told last; null when nothing was.</summary>
    public ToldPlan? Last => Told is [.., var last] ? last : null;

    /// <summary>The version that a patient's plan has now.</summary>
    /// <param name="patient">National id.</param>
    /// <returns>The version with the highest number; null when none was told.</returns>
    public ToldPlan? Of(string patient)
    {
        lock (_gate)
            return _plans.Values.Where(p => p.Patient == patient).MaxBy(p => p.Version);
    }

    /// <summary>Takes an event; null when it is none about a plan.</summary>
    internal (int Status, bool Replayed)? Take(ReadOnlyMemory<byte> body, IReadOnlySet<string> patients)
    {
        if (Read(body) is not { } told)
            return null;
        if (patients.Count > 0 && !patients.Contains(told.Patient))
            return (404, false);
        lock (_gate)
        {
            if (_told.Any(t => t.EventId == told.EventId))
                return (200, true);
            _told.Add(told);
            if (!_plans.TryGetValue(told.Plan, out var held) || told.Version > held.Version)
                _plans[told.Plan] = told;
            return (202, false);
        }
    }

    private static ToldPlan? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.GetProperty("type").GetString() != "plan")
                return null;
            var plan = root.GetProperty("plan");
            return new ToldPlan(
                root.GetProperty("eventId").GetString()!,
                root.GetProperty("patient").GetProperty("nationalId").GetString()!,
                plan.GetProperty("planId").GetString()!,
                plan.GetProperty("version").GetInt32(),
                plan.Clone());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>A version of a plan that was told.</summary>
/// <param name="EventId">Id of the event.</param>
/// <param name="Patient">National id.</param>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Version">Its version.</param>
/// <param name="Body">The plan as written.</param>
public sealed record ToldPlan(string EventId, string Patient, string Plan, int Version, JsonElement Body);
