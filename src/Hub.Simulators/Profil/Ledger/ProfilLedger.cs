using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;

namespace Hub.Simulators.Profil;

/// <summary>The journal's own account: users, measures, everything filed, and what was refused. Safe for concurrent use.</summary>
public sealed class ProfilLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ProfilEntry> _byExternal = new(StringComparer.Ordinal);
    private readonly List<ProfilEntry> _entries = [];
    private readonly List<ProfilMeasure> _measures = [];
    private readonly ConcurrentDictionary<int, int> _refusals = new();
    private int _conflicts;

    /// <summary>Everything filed, in order.</summary>
    public IReadOnlyList<ProfilEntry> Entries
    {
        get
        {
            lock (_gate)
                return [.. _entries];
        }
    }

    /// <summary>Every measure, in order.</summary>
    public IReadOnlyList<ProfilMeasure> Measures
    {
        get
        {
            lock (_gate)
                return [.. _measures];
        }
    }

    /// <summary>How often something was sent again after it was filed.</summary>
    public int Repeats => Entries.Sum(e => e.Repeats);

    /// <summary>How often something else came under a known external id.</summary>
    public int Conflicts => Volatile.Read(ref _conflicts);

    /// <summary>How often each error number was answered.</summary>
    public IReadOnlyDictionary<int, int> Refusals => _refusals.ToDictionary();

    /// <summary>Ends a measure by hand, as a case worker would.</summary>
    /// <param name="measure">Its number.</param>
    public void End(int measure)
    {
        lock (_gate)
            _measures.Find(m => m.No == measure)!.Ended = true;
    }

    internal void Refuse(int code) => _refusals.AddOrUpdate(code, 1, (_, n) => n + 1);

    internal ProfilMeasure? Measure(int number)
    {
        lock (_gate)
            return _measures.Find(m => m.No == number);
    }

    internal ProfilMeasure? OpenMeasure(int user, int type)
    {
        lock (_gate)
            return _measures.Find(m => m.User == user && m.Type == type && !m.Ended);
    }

    /// <summary>Makes a measure unless there is one in use.</summary>
    internal (ProfilMeasure Measure, bool Made) MakeMeasure(int user, string patient, int type, string name)
    {
        lock (_gate)
        {
            if (_measures.Find(m => m.User == user && m.Type == type && !m.Ended) is { } existing)
                return (existing, false);
            var made = new ProfilMeasure(_measures.Count + 501, user, patient, type, name);
            _measures.Add(made);
            return (made, true);
        }
    }

    /// <summary>The latest version of a plan under a measure; 0 for none.</summary>
    internal int HeldVersion(int measure, string? plan) => Plans(measure).Where(p => p.Attribute("id")?.Value == plan).Select(VersionOf).DefaultIfEmpty(0).Max();

    internal IReadOnlyList<XElement> Plans(int measure) => [.. Entries.Where(e => e.Measure == measure && e.Resource == "planer").Select(e => e.Body)];

    /// <summary>Files an entry, or finds that it is there; null when something else is there under its id.</summary>
    internal (ProfilEntry Entry, bool Again)? File(ProfilEntry entry)
    {
        lock (_gate)
        {
            if (!_byExternal.TryGetValue(entry.ExternalId, out var known))
            {
                var filed = entry with { No = _entries.Count + 1 };
                _entries.Add(_byExternal[entry.ExternalId] = filed);
                return (filed, false);
            }

            if (known.Resource != entry.Resource || !XNode.DeepEquals(known.Body, entry.Body))
            {
                _conflicts++;
                return null;
            }

            known.Repeat();
            return (known, true);
        }
    }

    internal ProfilEntry? Find(string externalId)
    {
        lock (_gate)
            return _byExternal.GetValueOrDefault(externalId);
    }

    internal static int VersionOf(XElement plan) => int.TryParse(plan.Attribute("versjon")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
