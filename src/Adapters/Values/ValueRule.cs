using Hub.Core.Content;
using Hub.Fhir.Terminology;
using Part = Hub.Fhir.Terminology.MeasurementComponent;

namespace Hub.Adapters.Values;

/// <summary>What a value of one kind, or of one part of it, must be.</summary>
/// <param name="Unit">Canonical UCUM unit; null when any unit goes.</param>
/// <param name="Accepted">Units that are taken and converted; empty when any unit goes.</param>
/// <param name="Plausible">Bounds in the canonical unit; null = none.</param>
/// <param name="MolarMass">g/mol where mass and moles are converted.</param>
internal sealed record ValueRule(string? Unit, string[] Accepted, PlausibleRange? Plausible, decimal? MolarMass)
{
    /// <summary>For kinds that the hub has no name for.</summary>
    public static ValueRule Any { get; } = new(null, [], null, null);

    /// <summary>Fraction sent for a percentage: the slip that looks right and is a hundred times off.</summary>
    public bool IsShare => Unit == "%";

    /// <summary>The rule of a kind.</summary>
    public static ValueRule For(MeasurementTerms? terms) =>
        terms is null || terms.Name == MeasurementKind.Other ? Any : new(terms.Unit, [.. terms.AcceptedUnits], terms.Plausible, terms.MolarMass);

    /// <summary>The rule of a part of a kind.</summary>
    public static ValueRule For(MeasurementTerms terms, Part? part) =>
        part is null ? Any : new(part.Unit, [.. terms.AcceptedUnits], part.Plausible, null);
}
