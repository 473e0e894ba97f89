using System.Security.Cryptography;
using Hub.Simulators.Dignio;

namespace Hub.Simulators.Tellu;

/// <summary>A document that the system holds.</summary>
/// <param name="No">Order of arrival among those of its kind, 1 for the first.</param>
/// <param name="Id">User id of the patient, or id of the plan.</param>
/// <param name="Patient">National id; empty where the document does not name it.</param>
/// <param name="Version">Version that it became (patient), or says that it is (plan).</param>
/// <param name="Digest">SHA-256 of the bytes, hexadecimal.</param>
/// <param name="Body">The bytes; null unless they are kept.</param>
public sealed record HeldDocument(int No, string Id, string Patient, int Version, string Digest, byte[]? Body);

/// <summary>What the system was told: each document once, however often it came.</summary>
public sealed class TelluLedger
{
    private readonly bool _keepBodies;
    private readonly Lock _gate = new();
    private readonly List<HeldDocument> _patients = [];
    private readonly List<HeldDocument> _plans = [];
    private readonly Dictionary<string, string> _byKey = new(StringComparer.Ordinal);
    private int _repeats;
    private int _refused;
    private int _protected;

    internal TelluLedger(bool keepBodies) => _keepBodies = keepBodies;

    /// <summary>Changes of follow-up.</summary>
    public FollowUpLedger FollowUps { get; } = new();

    /// <summary>Personalia, in order of arrival.</summary>
    public IReadOnlyList<HeldDocument> Personalia => Copy(_patients);

    /// <summary>Versions of plans, in order of arrival.</summary>
    public IReadOnlyList<HeldDocument> Plans => Copy(_plans);

    /// <summary>How often a document came again under its key.</summary>
    public int Repeats => Volatile.Read(ref _repeats);

    /// <summary>How many documents were refused.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>How many documents showed an address that is protected: there must be none.</summary>
    public int ProtectedShown => Volatile.Read(ref _protected);

    /// <summary>The version of a patient or plan that is held now; 0 = none.</summary>
    internal int VersionOf(bool plan, string id)
    {
        lock (_gate)
            return (plan ? _plans : _patients).FindLast(d => d.Id == id)?.Version ?? 0;
    }

    /// <summary>Whether the same bytes came before under a key; they are counted. Null for another document under the same key.</summary>
    internal bool? CameBefore(string key, byte[] body)
    {
        lock (_gate)
        {
            if (!_byKey.TryGetValue(key, out var digest))
                return false;
            if (digest != DigestOf(body))
                return null;
            _repeats++;
            return true;
        }
    }

    internal void Take(bool plan, string id, string patient, int version, string key, byte[] body)
    {
        lock (_gate)
        {
            var held = plan ? _plans : _patients;
            held.Add(new HeldDocument(held.Count + 1, id, patient, version, DigestOf(body), _keepBodies ? body : null));
            _byKey[key] = DigestOf(body);
        }
    }

    internal void Refuse(bool protectedAddress = false)
    {
        Interlocked.Increment(ref _refused);
        if (protectedAddress)
            Interlocked.Increment(ref _protected);
    }

    private static string DigestOf(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body));

    private HeldDocument[] Copy(List<HeldDocument> held)
    {
        lock (_gate)
            return [.. held];
    }
}
