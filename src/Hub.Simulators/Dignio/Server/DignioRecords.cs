using System.Collections.Concurrent;
using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>What the vendor's system holds about its patients: the events of its story, to be asked for. Written as they were or would be sent.</summary>
public sealed class DignioRecords
{
    private readonly ConcurrentDictionary<string, Patient> _patients = new(StringComparer.Ordinal);

    /// <summary>How many events it holds.</summary>
    public int Count => _patients.Values.Sum(p => p.Count);

    /// <summary>National ids of everybody it knows.</summary>
    public IReadOnlyCollection<string> Patients => [.. _patients.Keys];

    /// <summary>Takes events in; kinds that are never asked for are passed over. The same id again takes the place of the first.</summary>
    /// <param name="events">The events.</param>
    public void Add(IEnumerable<FeedEvent> events)
    {
        foreach (var told in events.Where(e => e.Content.Kind is ContentKind.Measurement or ContentKind.Questionnaire or ContentKind.Plan))
            _patients.GetOrAdd(told.Person.NationalId, _ => new Patient()).Put(told);
    }

    /// <summary>Makes a patient known, with nothing about them.</summary>
    /// <param name="nationalId">The national id.</param>
    public void Enrol(string nationalId) => _patients.TryAdd(nationalId, new Patient());

    /// <summary>What it holds about a patient, newest first; null for somebody it does not know.</summary>
    internal IReadOnlyList<HeldEvent>? Of(string nationalId) => _patients.TryGetValue(nationalId, out var patient) ? patient.Newest : null;

    private sealed class Patient
    {
        private readonly Dictionary<string, HeldEvent> _byId = new(StringComparer.Ordinal);
        private IReadOnlyList<HeldEvent>? _newest;

        public int Count
        {
            get
            {
                lock (_byId)
                    return _byId.Count;
            }
        }

        public IReadOnlyList<HeldEvent> Newest
        {
            get
            {
                lock (_byId)
                    return _newest ??= [.. _byId.Values.OrderByDescending(e => e.At).ThenByDescending(e => e.Version).ThenBy(e => e.Id, StringComparer.Ordinal)];
            }
        }

        public void Put(FeedEvent told)
        {
            lock (_byId)
            {
                _byId[told.EventId] = new HeldEvent(told.EventId, told.Content.Kind, told.Content.Category ?? "", told.OccurredAt, (told.Content as SelfTreatmentPlan)?.Version ?? 0, DignioJson.Write(told));
                _newest = null;
            }
        }
    }
}

/// <summary>An event that the vendor's system holds.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Category">Kind of measurement or id of form.</param>
/// <param name="At">When it happened.</param>
/// <param name="Version">Version of a plan, 0 for the rest.</param>
/// <param name="Json">The event as it is written.</param>
internal sealed record HeldEvent(string Id, ContentKind Kind, string Category, DateTimeOffset At, int Version, ReadOnlyMemory<byte> Json);
