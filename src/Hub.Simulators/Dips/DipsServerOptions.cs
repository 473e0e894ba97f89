using Hub.Simulators.HelseId;

namespace Hub.Simulators.Dips;

/// <summary>How a <see cref="DipsServer"/> is set up.</summary>
public sealed record DipsServerOptions
{
    /// <summary>Port on 127.0.0.1; 0 (default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Checks tokens; null (default) = none is asked for.</summary>
    public HelseIdGate? Gate { get; init; }

    /// <summary>Scope that FHIR asks for; null for none.</summary>
    public string? FhirScope { get; init; }

    /// <summary>Scope that RPM RecordKeeper asks for; null for none.</summary>
    public string? RpmScope { get; init; }

    /// <summary>Subscription key that every request must show; null (default) = none.</summary>
    public string? SubscriptionKey { get; init; }

    /// <summary>FHIR version of the capability statement; default 4.0.1.</summary>
    public string FhirVersion { get; init; } = "4.0.1";

    /// <summary>Version of the software; default 1.0.0.</summary>
    public string SoftwareVersion { get; init; } = "1.0.0";

    /// <summary>Who is registered. Empty (default): everybody that a document names is registered when first heard of.</summary>
    public IReadOnlyList<DipsPatient> Patients { get; init; } = [];

    /// <summary>File that the ledger is appended to and read from at start; null (default) = memory only.</summary>
    public string? LedgerFile { get; init; }

    /// <summary>True keeps the bytes of every document in the ledger; default false.</summary>
    public bool KeepBodies { get; init; }
}
