namespace Hub.Core.Content;

/// <summary>One part of a measurement that has several, such as systolic pressure.</summary>
/// <param name="Name">The hub's name of the part (<see cref="MeasurementKind.Systolic"/> ...); null when it has none and the codes speak.</param>
/// <param name="Codes">The source's codes; empty when the source used a name only.</param>
/// <param name="Value">The value.</param>
/// <param name="Thresholds">The patient's own limits for this part.</param>
/// <param name="Interpretation">The source's reading of the value, null when it gave none.</param>
public sealed record MeasurementComponent(
    string? Name,
    Concept Codes,
    Measured Value,
    IReadOnlyList<Threshold> Thresholds,
    Concept? Interpretation = null);
