namespace Hub.Simulators.Gerica;

/// <summary>What the ledger made of a document.</summary>
internal readonly record struct Admission(Effect Effect, AdmissionKind Kind);

internal enum AdmissionKind
{
    New,
    Repeat,
    Conflict,
}
