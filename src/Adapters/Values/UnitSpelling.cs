using System.Collections.Frozen;

namespace Hub.Adapters.Values;

/// <summary>What people write for units, and the UCUM code it stands for. Only spellings that can mean nothing else.</summary>
internal static class UnitSpelling
{
    private static readonly FrozenDictionary<string, string> Codes = new Dictionary<string, string>
    {
        ["mmHg"] = "mm[Hg]",
        ["mm Hg"] = "mm[Hg]",
        ["bpm"] = "/min",
        ["beats/min"] = "/min",
        ["slag/min"] = "/min",
        ["1/min"] = "/min",
        ["/minutt"] = "/min",
        ["°C"] = "Cel",
        ["C"] = "Cel",
        ["°F"] = "[degF]",
        ["F"] = "[degF]",
        ["KG"] = "kg",
        ["Kg"] = "kg",
        ["lb"] = "[lb_av]",
        ["lbs"] = "[lb_av]",
        ["mmol/l"] = "mmol/L",
        ["mg/dl"] = "mg/dL",
        ["mg/l"] = "mg/L",
        ["l"] = "L",
        ["ml"] = "mL",
        ["l/min"] = "L/min",
        ["l/s"] = "L/s",
        ["kg/m²"] = "kg/m2",
        ["steps"] = "/d",
        ["skritt"] = "/d",
        ["percent"] = "%",
        ["prosent"] = "%",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>UCUM writes the litre with either letter, so these are spellings and not faults.</summary>
    private static readonly FrozenSet<string> Legal = new[] { "mmol/l", "mg/dl", "mg/l", "l", "ml", "l/min", "l/s", "1/min" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The UCUM code that a spelling stands for; the text itself when it is none of the known spellings.</summary>
    public static string Code(string unit) => Codes.GetValueOrDefault(unit, unit);

    /// <summary>Whether a known spelling breaks UCUM, so that only the lenient mode takes it.</summary>
    public static bool IsFault(string unit) => Codes.ContainsKey(unit) && !Legal.Contains(unit);
}
