namespace Hub.Fhir.Ucum;

/// <summary>Converts values between UCUM units with exact fractions.</summary>
public static class UcumConverter
{
    /// <summary>Turns a value into another unit. The sender's spelling of the unit is put right first.</summary>
    /// <param name="value">The value; its digits count as meaningful.</param>
    /// <param name="unit">Unit as the sender wrote it.</param>
    /// <param name="target">UCUM unit wanted.</param>
    /// <param name="options">What the conversion may rest on; null for the units alone.</param>
    public static UcumResult Convert(decimal value, string? unit, string target, UcumOptions? options = null)
    {
        options ??= UcumOptions.None;
        if (UcumUnits.Normalize(unit) is not { } spelling || !UnitParser.TryParse(spelling.Code, out var from))
            return UcumResult.Refuse(UcumFault.UnknownUnit, "The unit is not understood.");
        if (!UnitParser.TryParse(target, out var to))
            return UcumResult.Refuse(UcumFault.UnknownUnit, "The target unit is not understood.");
        if (from.Dimension != to.Dimension)
            return Across(value, unit!, spelling.Code, from, target, to, options);
        if (from.Dimension.IsNone && Refusal(spelling.Code, from, target, to, options) is { } refusal)
            return refusal;
        if (from == to)
            return new(new UcumConversion(value, target, false, value, unit!), null);
        var amount = ((Rational.Of(value) * from.Factor) + from.Offset - to.Offset) / to.Factor;
        return Rounded(amount, value, unit!, target, from.IsSpecial || to.IsSpecial);
    }

    // Numbers without dimension are told apart by what was declared: 0.97 of nothing in particular is not 97 percent of anything.
    private static UcumResult? Refusal(string unit, UnitMeasure from, string target, UnitMeasure to, UcumOptions options)
    {
        if (from.Factor != to.Factor)
        {
            var declared = (unit == "1" && target == "%") || (unit == "%" && target == "1");
            return declared && options.AllowFraction
                ? null
                : UcumResult.Refuse(UcumFault.FractionNotAllowed, $"{Shown(unit)} is not turned into {target} here.");
        }

        return unit == target || unit == "1" || target == "1"
            ? null
            : UcumResult.Refuse(UcumFault.OtherDimension, $"{Shown(unit)} and {target} count different things.");
    }

    private static UcumResult Across(
        decimal value, string original, string unit, UnitMeasure from, string target, UnitMeasure to, UcumOptions options)
    {
        var toAmount = from.Dimension == Dimension.MassConcentration && to.Dimension == Dimension.AmountConcentration;
        var toMass = from.Dimension == Dimension.AmountConcentration && to.Dimension == Dimension.MassConcentration;
        if (!toAmount && !toMass)
            return UcumResult.Refuse(UcumFault.OtherDimension, unit == "C"
                ? "C is coulomb in UCUM; degrees Celsius is Cel."
                : $"{Shown(unit)} does not measure the same as {target}.");
        if (options.MolarMass is not > 0)
            return UcumResult.Refuse(UcumFault.MolarMassNeeded, $"{Shown(unit)} becomes {target} only with a molar mass.");
        var molar = Rational.Of(options.MolarMass.Value);
        var amount = Rational.Of(value) * from.Factor / to.Factor;
        return Rounded(toAmount ? amount / molar : amount * molar, value, original, target, false);
    }

    private static UcumResult Rounded(Rational amount, decimal value, string unit, string target, bool shifted) =>
        MeaningfulDigits.TryRound(amount, value, shifted, out var rounded)
            ? new(new UcumConversion(rounded, target, true, value, unit), null)
            : UcumResult.Refuse(UcumFault.OutOfRange, "The converted value has too many digits.");

    // An annotation is free text of the sender, so it is not repeated.
    private static string Shown(string unit) => unit.Contains('{', StringComparison.Ordinal) ? "The unit" : unit;
}
