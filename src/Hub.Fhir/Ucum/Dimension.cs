namespace Hub.Fhir.Ucum;

/// <summary>Exponents of the base dimensions; units can be converted only when these agree.</summary>
internal readonly record struct Dimension(int Mass, int Length, int Time, int Temperature, int Amount, int Charge)
{
    internal bool IsNone => this == default;

    /// <summary>Mass per volume.</summary>
    internal static Dimension MassConcentration => new(1, -3, 0, 0, 0, 0);

    /// <summary>Amount of substance per volume.</summary>
    internal static Dimension AmountConcentration => new(0, -3, 0, 0, 1, 0);

    internal Dimension Times(Dimension other, int sign) => new(
        Mass + (sign * other.Mass), Length + (sign * other.Length), Time + (sign * other.Time),
        Temperature + (sign * other.Temperature), Amount + (sign * other.Amount), Charge + (sign * other.Charge));

    internal Dimension Power(int exponent) => this with
    {
        Mass = Mass * exponent,
        Length = Length * exponent,
        Time = Time * exponent,
        Temperature = Temperature * exponent,
        Amount = Amount * exponent,
        Charge = Charge * exponent,
    };
}
