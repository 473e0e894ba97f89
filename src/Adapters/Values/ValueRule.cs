using Hub.Core.Content;
using Hub.Fhir.Terminology;
using Hub.Fhir.Ucum;
using Part = Hub.Fhir.Terminology.MeasurementComponent;

namespace Hub.Adapters.Values;

/// <summary>What a value of one kind, or of one part of it, must be.</summary>
/// <param name="Unit">Canonical UCUM unit; null when any unit goes.</param>
/// <param name="Accepted">Units that are taken and converted; empty when any unit goes.</param>
/// <param name="Plausible">Bounds in the canonical unit; null = none.</param>
internal sealed record ValueRule(string? Unit, string[] Accepted, PlausibleRange? Plausible)
{
    /// <summary>For kinds that the hub has no name for.</summary>
    public static ValueRule Any { get; } = new(null, [], null);

    /// <summary>What conversions of this kind may rest on.</summary>
    public UcumOptions Options { get; init; } = UcumOptions.None;

    /// <summary>True for percentages, where a share looks right and is a hundred times off.</summary>
    public bool IsShare => Unit == "%";

    /// <summary>The rule of a kind.</summary>
    public static ValueRule For(MeasurementTerms? terms) => terms is null || terms.Name == MeasurementKind.Other
        ? Any
        : new(terms.Unit, [.. terms.AcceptedUnits], terms.Plausible) { Options = new UcumOptions { MolarMass = terms.MolarMass, AllowFraction = true } };

    /// <summary>The rule of a part of a kind.</summary>
    public static ValueRule For(MeasurementTerms terms, Part part) => new(part.Unit, [.. terms.AcceptedUnits], part.Plausible);
}
