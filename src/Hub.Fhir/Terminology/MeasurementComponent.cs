namespace Hub.Fhir.Terminology;

/// <summary>One part of a measurement that has several, such as the systolic pressure.</summary>
/// <param name="Name">Name of the part: systolic, diastolic, mean.</param>
/// <param name="Display">Text for people (LOINC's short form).</param>
/// <param name="Loinc">LOINC code.</param>
/// <param name="Snomed">SNOMED CT code, or null where the sources have none.</param>
/// <param name="Unit">Canonical UCUM unit.</param>
/// <param name="Required">True when the measurement is not complete without it.</param>
/// <param name="Plausible">Values outside this are most likely a unit slip.</param>
public sealed record MeasurementComponent(
    string Name, string Display, string Loinc, string? Snomed, string Unit, bool Required, PlausibleRange Plausible)
{
    /// <summary>Code of ISO/IEEE 11073-10101, or null.</summary>
    public string? Mdc { get; init; }
}
