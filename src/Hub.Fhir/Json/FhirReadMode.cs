namespace Hub.Fhir.Json;

/// <summary>What the reader does with content that is not quite FHIR.</summary>
public enum FhirReadMode
{
    /// <summary>Every departure from FHIR R4 JSON is an error.</summary>
    Strict,

    /// <summary>Known harmless departures are repaired, and each <see cref="Repair"/> is recorded; what would have to be guessed stays an error.</summary>
    Lenient,
}
