namespace Hub.Fhir.Ucum;

/// <summary>Checks and respells units. Respelling never changes a number, and nothing ambiguous is guessed: C is coulomb and F is farad in
/// UCUM, so neither is taken for a temperature.</summary>
public static class UcumUnits
{
    private static readonly Dictionary<string, string> Respelled = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mmHg"] = "mm[Hg]",
        ["mm Hg"] = "mm[Hg]",
        ["mm[Hg]"] = "mm[Hg]",
        ["kPa"] = "kPa",
        ["bpm"] = "/min",
        ["beats/min"] = "/min",
        ["beats/minute"] = "/min",
        ["slag/min"] = "/min",
        ["1/min"] = "/min",
        ["/min"] = "/min",
        ["/minute"] = "/min",
        ["breaths/min"] = "/min",
        ["pust/min"] = "/min",
        ["{beats}/min"] = "/min",
        ["{breaths}/min"] = "/min",
        ["°C"] = "Cel",
        ["℃"] = "Cel",
        ["degC"] = "Cel",
        ["Celsius"] = "Cel",
        ["Cel"] = "Cel",
        ["grader celsius"] = "Cel",
        ["°F"] = "[degF]",
        ["℉"] = "[degF]",
        ["degF"] = "[degF]",
        ["Fahrenheit"] = "[degF]",
        ["[degF]"] = "[degF]",
        ["kg"] = "kg",
        ["kgs"] = "kg",
        ["kilo"] = "kg",
        ["lb"] = "[lb_av]",
        ["lbs"] = "[lb_av]",
        ["pound"] = "[lb_av]",
        ["pounds"] = "[lb_av]",
        ["mmol/l"] = "mmol/L",
        ["mg/dl"] = "mg/dL",
        ["mg/l"] = "mg/L",
        ["%"] = "%",
        ["percent"] = "%",
        ["prosent"] = "%",
        ["pct"] = "%",
        ["l"] = "L",
        ["liter"] = "L",
        ["ml"] = "mL",
        ["l/min"] = "L/min",
        ["l/s"] = "L/s",
        ["cl/s"] = "cL/s",
        ["/d"] = "/d",
        ["1/d"] = "/d",
        ["/day"] = "/d",
        ["steps/day"] = "{steps}/d",
        ["skritt/døgn"] = "{steps}/d",
        ["steps"] = "{steps}",
        ["skritt"] = "{steps}",
        ["score"] = "{score}",
        ["poeng"] = "{score}",
        ["INR"] = "{INR}",
        ["{INR}"] = "{INR}",
        ["kg/m²"] = "kg/m2",
        ["kg/m^2"] = "kg/m2",
        ["kg/m2"] = "kg/m2",
        ["cm"] = "cm",
        ["in"] = "[in_i]",
        ["inch"] = "[in_i]",
        ["inches"] = "[in_i]",
    };

    /// <summary>True when the text is a UCUM unit this library understands, in exactly this spelling.</summary>
    /// <param name="code">Unit code.</param>
    public static bool IsValid(string? code) => code is not null && UnitParser.TryParse(code, out _);

    /// <summary>The unit in the spelling to send; null when it is not understood. Letter case counts only where it tells units apart.</summary>
    /// <param name="unit">Unit as the sender wrote it; blanks around it do not count.</param>
    public static UnitSpelling? Normalize(string? unit)
    {
        var trimmed = unit?.Trim();
        if (string.IsNullOrEmpty(trimmed))
            return null;
        if (Respelled.TryGetValue(trimmed, out var code))
            return new UnitSpelling(code, code != unit);
        return IsValid(trimmed) ? new UnitSpelling(trimmed, trimmed != unit) : null;
    }

    /// <summary>True when values in one unit can be turned into the other without knowing more than the units.</summary>
    /// <param name="unit">UCUM code.</param>
    /// <param name="other">UCUM code.</param>
    public static bool SameDimension(string unit, string other) =>
        UnitParser.TryParse(unit, out var a) && UnitParser.TryParse(other, out var b) && a.Dimension == b.Dimension;
}
