using System.Collections.Frozen;

namespace Hub.Fhir.Ucum;

/// <summary>Units of ISO/IEEE 11073-10101 (partition 4) that personal health devices send where their gateway did not put UCUM in their place (HL7 PHD IG 2.0.0, Obtaining the Unit Code). A code is 262,144 plus the term.</summary>
public static class MdcUnits
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["262688"] = "%", // MDC_DIM_PERCENT
        ["263441"] = "cm", // MDC_DIM_CENTI_M
        ["263520"] = "[in_i]", // MDC_DIM_X_INCH
        ["263744"] = "L", // MDC_DIM_X_L
        ["263762"] = "mL", // MDC_DIM_MILLI_L
        ["263872"] = "g", // MDC_DIM_X_G
        ["263875"] = "kg", // MDC_DIM_KILO_G
        ["263904"] = "[lb_av]", // MDC_DIM_LB
        ["264096"] = "kg/m2", // MDC_DIM_KG_PER_M_SQ
        ["264274"] = "mg/dL", // MDC_DIM_MILLI_G_PER_DL
        ["264864"] = "/min", // MDC_DIM_BEAT_PER_MIN
        ["264928"] = "/min", // MDC_DIM_RESP_PER_MIN
        ["265216"] = "L/min", // MDC_DIM_X_L_PER_MIN
        ["265987"] = "kPa", // MDC_DIM_KILO_PASCAL
        ["266016"] = "mm[Hg]", // MDC_DIM_MMHG
        ["266560"] = "[degF]", // MDC_DIM_FAHR
        ["266866"] = "mmol/L", // MDC_DIM_MILLI_MOLE_PER_L
        ["268192"] = "Cel", // MDC_DIM_DEGC
    }.ToFrozenDictionary();

    /// <summary>The UCUM code of a unit.</summary>
    /// <param name="code">Code of ISO/IEEE 11073-10101, decimal.</param>
    /// <returns>The UCUM code, null when the unit is none of those that home follow-up uses.</returns>
    public static string? ToUcum(string? code) => code is null ? null : Known.GetValueOrDefault(code);
}
