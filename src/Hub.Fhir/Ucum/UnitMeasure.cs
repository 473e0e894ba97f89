namespace Hub.Fhir.Ucum;

/// <summary>What a unit amounts to in base units (gram, metre, second, kelvin, mole, coulomb).</summary>
/// <param name="Dimension">Its dimension.</param>
/// <param name="Factor">Base units per unit.</param>
/// <param name="Offset">Base units at zero; not zero for degrees Celsius and Fahrenheit only.</param>
internal readonly record struct UnitMeasure(Dimension Dimension, Rational Factor, Rational Offset)
{
    internal static UnitMeasure None { get; } = new(default, Rational.One, new Rational(0, 1));

    internal bool IsSpecial => Offset.Numerator != 0;

    internal UnitMeasure Times(UnitMeasure other, int sign) =>
        new(Dimension.Times(other.Dimension, sign), sign > 0 ? Factor * other.Factor : Factor / other.Factor, Offset);

    internal UnitMeasure Power(int exponent) => new(Dimension.Power(exponent), Factor.Power(exponent), Offset);
}
