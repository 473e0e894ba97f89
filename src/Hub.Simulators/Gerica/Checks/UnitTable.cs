using System.Collections.Frozen;

namespace Hub.Simulators.Gerica;

/// <summary>Which UCUM codes the journal takes for which LOINC or SNOMED CT code. Written apart from the hub's own tables on purpose: a mistake there is to be seen here. Source: FHIR R4 vital signs profiles; HL7 Norway VkpObservation.</summary>
internal static class UnitTable
{
    public const string Ucum = "http://unitsofmeasure.org";

    private static readonly FrozenDictionary<string, string[]> Units = new Dictionary<string, string[]>
    {
        ["8480-6"] = ["mm[Hg]"],
        ["8462-4"] = ["mm[Hg]"],
        ["8867-4"] = ["/min"],
        ["9279-1"] = ["/min"],
        ["2708-6"] = ["%"],
        ["59408-5"] = ["%"],
        ["8310-5"] = ["Cel", "[degF]"],
        ["29463-7"] = ["kg", "g", "[lb_av]"],
        ["8302-2"] = ["cm", "[in_i]"],
        ["39156-5"] = ["kg/m2"],
        ["15074-8"] = ["mmol/L"],
        ["14743-9"] = ["mmol/L"],
        ["41653-7"] = ["mg/dL"],
        ["20150-9"] = ["L"],
        ["19868-9"] = ["L"],
        ["33452-4"] = ["L/min"],
        ["19935-6"] = ["L/min"],
        ["41950-7"] = ["/d"],
        ["6301-6"] = ["{INR}", "1"],
        ["34714-6"] = ["{INR}", "1"],
        ["1988-5"] = ["mg/L"],
        ["446660005"] = ["{score}"],
        ["1104051000000101"] = ["{score}"],
    }.ToFrozenDictionary();

    /// <summary>Units taken for a code; null = the code is not in the table and any unit goes.</summary>
    public static string[]? For(string code) => Units.GetValueOrDefault(code);
}
