namespace Hub.Fhir.Terminology;

/// <summary>Bounds, in the canonical unit, outside of which a value is most likely in another unit or misplaced. Not a clinical limit.</summary>
/// <param name="Low">Lowest plausible value, inclusive.</param>
/// <param name="High">Highest plausible value, inclusive.</param>
public sealed record PlausibleRange(decimal Low, decimal High)
{
    /// <summary>True when the value lies within the bounds.</summary>
    /// <param name="value">Value in the canonical unit.</param>
    public bool Holds(decimal value) => value >= Low && value <= High;
}
