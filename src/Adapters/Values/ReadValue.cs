using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Ucum;

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
    /// <returns>The quantity in the canonical unit; null when it is at fault.</returns>
    public static Quantity? In(decimal value, string? unit, ValueRule rule, Findings findings, Func<string, string> pathOf, string valueField, string unitField)
    {
        if (Code(unit, rule, findings, pathOf, unitField) is not { } code)
            return null;
        if (rule.Unit is null)
            return new Quantity(value, code);

        if (rule.IsShare && code == "1"
            && !findings.Tolerate(pathOf(valueField), "share-as-percent", "Converted a share to a percentage.", IntakeErrors.Implausible, "A share is sent; send the percentage with unit %."))
            return null;
        if (Converted(value, code, rule) is not { } converted)
        {
            findings.Fail(IntakeErrors.UnknownUnit, pathOf(unitField), $"The unit cannot be converted to {rule.Unit}.");
            return null;
        }

        if (rule.Plausible is not { } range || range.Holds(converted))
            return new Quantity(converted, rule.Unit);
        findings.Fail(IntakeErrors.Implausible, pathOf(valueField), FormattableString.Invariant($"Between {range.Low} and {range.High} {rule.Unit} is plausible."));
        return null;
    }

    /// <summary>A threshold in the unit of the value beside it: converted like it, but free to lie outside the plausible.</summary>
    /// <returns>The quantity; null when the unit is at fault, which the value beside it tells.</returns>
    public static Quantity? Limit(decimal value, string? unit, ValueRule rule)
    {
        var code = unit is null ? rule.Unit ?? "1" : rule.Accepted.Contains(unit) ? unit : UcumUnits.Normalize(unit)?.Code;
        return code is null ? null
            : rule.Unit is null ? new Quantity(value, code)
            : Converted(value, code, rule) is { } converted ? new Quantity(converted, rule.Unit)
            : null;
    }

    private static decimal? Converted(decimal value, string code, ValueRule rule) =>
        code == rule.Unit ? value : UcumConverter.Convert(value, code, rule.Unit!, rule.Options).Conversion?.Value;

    private static string? Code(string? unit, ValueRule rule, Findings findings, Func<string, string> pathOf, string field)
    {
        if (unit is null)
            return rule.Unit is null ? "1" : rule.Accepted.Contains("1") && !rule.IsShare ? rule.Unit : Refuse(findings, pathOf(field), rule);
        if (rule.Accepted.Contains(unit))
            return unit;
        if (UcumUnits.Normalize(unit)?.Code is not { } code || (rule.Unit is not null && !rule.Accepted.Contains(code)))
            return Refuse(findings, pathOf(field), rule);

        // The litre with either letter and the like are UCUM too; only what UCUM does not have is a fault.
        return UcumUnits.IsValid(unit)
            || findings.Tolerate(pathOf(field), "unit-spelling", $"Read the unit as {code}.", IntakeErrors.UnknownUnit, $"The UCUM code is {code}.") ? code : null;
    }

    private static string? Refuse(Findings findings, string path, ValueRule rule)
    {
        findings.Fail(IntakeErrors.UnknownUnit, path, rule.Accepted.Length == 0 ? "A UCUM unit is expected here." : Expected(rule));
        return null;
    }

    // A share is read as a percentage in lenient mode only, so it is nothing to recommend.
    private static string Expected(ValueRule rule)
    {
        var units = rule.IsShare ? [.. rule.Accepted.Where(u => u != "1")] : rule.Accepted;
        return units.Length == 1 ? $"The unit {units[0]} is expected here." : $"One of {string.Join(", ", units)} is expected here.";
    }
}
