namespace Hub.Fhir.Ucum;

/// <summary>What a conversion may rest on beyond the units.</summary>
public sealed record UcumOptions
{
    /// <summary>Nothing beyond the units.</summary>
    public static UcumOptions None { get; } = new();

    /// <summary>Molar mass in g/mol; null (default) refuses conversions between mass and amount. Glucose is 180.156.</summary>
    public decimal? MolarMass { get; init; }

    /// <summary>True lets a value declared in unit 1 become percent; default false.</summary>
    public bool AllowFraction { get; init; }
}
