using System.Collections.Concurrent;

namespace Hub.Simulators.Gerica;

/// <summary>Whom the journal knows.</summary>
public sealed class PatientRegister
{
    private readonly ConcurrentDictionary<string, RegisteredPatient> _patients = new(StringComparer.Ordinal);
    private long _asked;

    /// <summary>How many questions have been answered.</summary>
    public long Asked => Interlocked.Read(ref _asked);

    /// <summary>Everybody, by national id.</summary>
    public IReadOnlyList<RegisteredPatient> All => [.. _patients.Values.OrderBy(p => p.NationalId, StringComparer.Ordinal)];

    /// <summary>Writes somebody into the register, new or changed.</summary>
    /// <param name="patient">Who.</param>
    public void Put(RegisteredPatient patient) => _patients[patient.NationalId] = patient;

    /// <summary>Looks somebody up.</summary>
    /// <param name="nationalId">National id.</param>
    /// <returns>The entry, null when there is none.</returns>
    public RegisteredPatient? Find(string nationalId) => _patients.GetValueOrDefault(nationalId);

    internal void Count() => Interlocked.Increment(ref _asked);
}
