using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Values;

/// <summary>A number with a unit, judged by the rule of its kind and brought to the canonical unit.</summary>
internal static class ReadValue
{
    /// <summary>Judges and converts a value.</summary>
    /// <param name="value">The number as received.</param>
    /// <param name="unit">The unit as received; null when there was none.</param>
    /// <param name="rule">What the kind asks for.</param>
    /// <param name="findings">Where faults and repairs go.</param>
    /// <param name="pathOf">Path of a field; asked only when there is something to say.</param>
    /// <param name="valueField">Field of the number.</param>
    /// <param name="unitField">Field of the unit.</param>
    /// <returns>The quantity; null when it is at fault. Its unit differs from <paramref name="unit"/> when it was converted.</returns>
    public static Quantity? In(decimal value, string? unit, ValueRule rule, Findings findings, Func<string, string> pathOf, string valueField, string unitField)
    {
        if (Code(unit, rule, findings, pathOf, unitField) is not { } code)
            return null;

        if (rule.IsShare && code == "1" && !findings.Lenient)
        {
            findings.Fail(IntakeErrors.Implausible, pathOf(valueField), "A share is sent; send the percentage with unit %.");
            return null;
        }

        if (rule.Unit is null)
            return new Quantity(value, code);
        if (Conversion.To(rule.Unit, value, code, rule.MolarMass) is not { } converted)
        {
            findings.Fail(IntakeErrors.UnknownUnit, pathOf(unitField), $"The unit cannot be converted to {rule.Unit}.");
            return null;
        }

        if (rule.IsShare && code == "1")
            findings.Mend(pathOf(valueField), "share-as-percent", "Converted a share to a percentage.");
        if (rule.Plausible is not { } range || range.Holds(converted))
            return new Quantity(converted, rule.Unit);
        findings.Fail(IntakeErrors.Implausible, pathOf(valueField), FormattableString.Invariant($"Between {range.Low} and {range.High} {rule.Unit} is plausible."));
        return null;
    }

    /// <summary>A threshold in the unit of the value beside it: converted like it, but free to lie outside the plausible.</summary>
    /// <returns>The quantity; null when the unit is at fault, which the value beside it tells.</returns>
    public static Quantity? Limit(decimal value, string? unit, ValueRule rule)
    {
        var code = unit is null ? rule.Unit ?? "1" : rule.Accepted.Contains(unit) ? unit : UnitSpelling.Code(unit);
        return rule.Unit is null ? new Quantity(value, code)
            : Conversion.To(rule.Unit, value, code, rule.MolarMass) is { } converted ? new Quantity(converted, rule.Unit)
            : null;
    }

    private static string? Code(string? unit, ValueRule rule, Findings findings, Func<string, string> pathOf, string field)
    {
        if (unit is null)
        {
            if (rule.Unit is null || rule.Accepted.Contains("1"))
                return rule.IsShare ? Refuse(findings, pathOf(field), rule) : rule.Unit ?? "1";
            return Refuse(findings, pathOf(field), rule);
        }

        if (rule.Accepted.Contains(unit))
            return unit;
        var code = UnitSpelling.Code(unit);
        if (rule.Unit is null)
            return Conversion.IsUnit(code) && (!UnitSpelling.IsFault(unit) || Spelled(findings, pathOf(field), code)) ? code : Refuse(findings, pathOf(field), rule);
        if (!rule.Accepted.Contains(code) && !Conversion.IsSame(code, rule.Unit))
            return Refuse(findings, pathOf(field), rule);
        return !UnitSpelling.IsFault(unit) || Spelled(findings, pathOf(field), code) ? code : null;
    }

    private static bool Spelled(Findings findings, string path, string code) =>
        findings.Tolerate(path, "unit-spelling", $"Read the unit as {code}.", IntakeErrors.UnknownUnit, $"The UCUM code is {code}.");

    private static string? Refuse(Findings findings, string path, ValueRule rule)
    {
        findings.Fail(IntakeErrors.UnknownUnit, path, rule.Accepted.Length == 0 ? "A UCUM unit is expected here." : $"One of {string.Join(", ", rule.Accepted)} is expected here.");
        return null;
    }
}
