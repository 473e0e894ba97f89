using System.Security.Cryptography;
using Hub.Simulators.Dignio;

namespace Hub.Simulators.Siemens;

/// <summary>A document that the vendor took.</summary>
/// <param name="No">Order of arrival, 1 for the first.</param>
/// <param name="Type">CarePlan or Patient.</param>
/// <param name="Id">Where it is kept.</param>
/// <param name="Patient">National id.</param>
/// <param name="Version">Version that it became.</param>
/// <param name="Body">The bytes; null unless they are kept.</param>
public sealed record TakenDocument(int No, string Type, string Id, string Patient, int Version, byte[]? Body);

/// <summary>What the vendor was told: each document once, however often it came.</summary>
public sealed class SiemensLedger
{
    private readonly bool _keepBodies;
    private readonly Lock _gate = new();
    private readonly List<TakenDocument> _taken = [];
    private readonly Dictionary<string, (string Digest, int Version)> _byKey = new(StringComparer.Ordinal);
    private int _repeats;
    private int _conflicts;
    private int _refused;

    internal SiemensLedger(bool keepBodies) => _keepBodies = keepBodies;

    /// <summary>Changes of follow-up.</summary>
    public FollowUpLedger FollowUps { get; } = new();

    /// <summary>Plans and personalia, in order of arrival.</summary>
    public IReadOnlyList<TakenDocument> Taken
    {
        get
        {
            lock (_gate)
                return [.. _taken];
        }
    }

    /// <summary>How often a document came again under its key.</summary>
    public int Repeats => Volatile.Read(ref _repeats);

    /// <summary>How often a plan was turned away since its condition did not hold.</summary>
    public int Conflicts => Volatile.Read(ref _conflicts);

    /// <summary>How many documents were refused.</summary>
    public int Refused => Volatile.Read(ref _refused);

    // The version that a document under this key became; null when it is new, -1 when other bytes came under the key.
    internal int? Before(string key, byte[] body)
    {
        lock (_gate)
        {
            if (!_byKey.TryGetValue(key, out var known))
                return null;
            if (known.Digest != Digest(body))
                return -1;
            _repeats++;
            return known.Version;
        }
    }

    internal void Take(string type, string id, string patient, int version, string? key, byte[] body)
    {
        lock (_gate)
        {
            _taken.Add(new TakenDocument(_taken.Count + 1, type, id, patient, version, _keepBodies ? body : null));
            if (key is not null)
                _byKey[key] = (Digest(body), version);
        }
    }

    internal void Conflict() => Interlocked.Increment(ref _conflicts);

    internal void Refuse() => Interlocked.Increment(ref _refused);

    private static string Digest(byte[] body) => Convert.ToHexString(SHA256.HashData(body));
}
