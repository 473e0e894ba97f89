using static Hub.Fhir.Terminology.MeasurementProfiles;
using static Hub.Fhir.Terminology.ObservationCategories;

namespace Hub.Fhir.Terminology;

/// <summary>The table behind <see cref="Measurements"/>.</summary>
internal static class MeasurementTable
{
    internal static readonly MeasurementTerms[] All =
    [
        new()
        {
            Name = "blood-pressure", Display = "Blodtrykk", Category = VitalSigns, Loinc = ["85354-9"], Snomed = "75367002",
            Mdc = ["150020"], AcceptedUnits = ["mm[Hg]", "kPa"], VitalSignProfile = R4 + "bp", VkpProfile = Vkp + "vkp-Observation-Bloodpressure",
            Components =
            [
                new("systolic", "Systolic blood pressure", "8480-6", "271649006", "mm[Hg]", true, new(40, 320)) { Mdc = "150021" },
                new("diastolic", "Diastolic blood pressure", "8462-4", "271650006", "mm[Hg]", true, new(20, 220)) { Mdc = "150022" },
                new("mean", "Mean blood pressure", "8478-0", null, "mm[Hg]", false, new(25, 260)) { Mdc = "150023" },
            ],
        },
        Vital("heart-rate", "Puls", "8867-4", "364075005", "/min", ["/min"], "heartrate", "vkp-Observation-Heartrate", 10, 350) with { Mdc = ["149530", "149546"] },
        Vital("oxygen-saturation", "Oksygenmetning", "2708-6", "431314004", "%", ["%", "1"], "oxygensat", "vkp-Observation-Oxygensat", 20, 100)
            with { Loinc = ["2708-6", "59408-5"], LoincSent = 2, Mdc = ["150456"] },
        Vital("body-temperature", "Kroppstemperatur", "8310-5", "276885007", "Cel", ["Cel", "[degF]", "K"], "bodytemp", "vkp-Observation-Bodytemp", 20, 45)
            with { Mdc = ["150364", "188420", "188424", "188428", "188452"] },
        Vital("body-weight", "Kroppsvekt", "29463-7", "27113001", "kg", ["kg", "g", "[lb_av]"], "bodyweight", "vkp-Observation-Bodyweight", 0.2m, 400) with { Mdc = ["188736"] },
        Vital("respiratory-rate", "Respirasjonsfrekvens", "9279-1", "86290005", "/min", ["/min"], "resprate", "vkp-Observation-Resprate", 2, 120) with { Mdc = ["151562"] },
        Vital("body-height", "Kroppshøyde", "8302-2", null, "cm", ["cm", "m", "mm", "[in_i]"], "bodyheight", "vkp-Observation", 20, 280) with { Mdc = ["188740"] },
        Vital("bmi", "Kroppsmasseindeks", "39156-5", null, "kg/m2", ["kg/m2"], "bmi", "vkp-Observation", 5, 150) with { Mdc = ["188752"] },
        new()
        {
            Name = "glucose", Display = "Blodsukker", Category = Laboratory, Loinc = ["15074-8", "14743-9"], OtherLoinc = ["41653-7"],
            Snomed = "434912009", Nlk = ["NPU02187", "NPU22089", "NPU02192"],
            // Not among them: 160208, the measurement of a control solution.
            Mdc = ["160184", "160188", "160192", "160196", "160364", "160368", "160020"], Unit = "mmol/L", AcceptedUnits = ["mmol/L", "mg/dL"],
            MolarMass = 180.156m, VkpProfile = VkpObservation, Plausible = new(0.6m, 35),
        },
        new()
        {
            Name = "inr", Display = "INR", Category = Laboratory, Loinc = ["6301-6", "34714-6"], Nlk = ["NPU01685"], Unit = "{INR}",
            AcceptedUnits = ["{INR}", "1"], VkpProfile = VkpObservation, Plausible = new(0.5m, 20),
        },
        new()
        {
            Name = "crp", Display = "CRP", Category = Laboratory, Loinc = ["1988-5"], Nlk = ["NPU19748"], Unit = "mg/L",
            AcceptedUnits = ["mg/L", "mg/dL"], VkpProfile = VkpObservation, Plausible = new(0, 1000),
        },
        Lung("fev1", "FEV1", ["20150-9"], "59328004", "L", ["L", "mL"], 0.1m, 10) with { Mdc = ["152586"] },
        Lung("fvc", "FVC", ["19868-9"], "50834005", "L", ["L", "mL"], 0.1m, 12) with { Mdc = ["188928"] },
        Lung("fev1-fvc-ratio", "FEV1/FVC", ["19926-5"], "251944000", "%", ["%", "1"], 5, 120),
        Lung("peak-flow", "PEF", ["33452-4", "19935-6"], "18491006", "L/min", ["L/min", "L/s", "cL/s"], 20, 1200) with { Mdc = ["152584"] },
        new()
        {
            Name = "steps", Display = "Skritt per døgn", Category = Activity, Loinc = ["41950-7", "55423-8"], Unit = "/d",
            AcceptedUnits = ["/d", "{steps}/d", "1/(24.h)"], VkpProfile = VkpObservation, Plausible = new(0, 200_000),
        },
        Score("cat-score", "CAT-skår", "446660005", "{score}", 0, 40),
        Score("eq5d-vas", "EQ-5D VAS", "736535009", "{score}", 0, 100),
        Score("eq5d-index", "EQ-5D indeks", "736534008", "1", -1, 1),
        Score("news2", "NEWS2", "1104051000000101", "{score}", 0, 20) with { VkpProfile = Vkp + "vkp-Observation-NEWS2score" },
        Score("clinical-frailty", "Klinisk skrøpelighet (CFS)", "763264000", "{score}", 1, 9) with { VkpProfile = Vkp + "vkp-Observation-CFSscore" },
        new()
        {
            Name = "consciousness", Display = "Bevissthetsnivå (ACVPU)", Category = Survey, Snomed = "1104441000000107",
            VkpProfile = Vkp + "vkp-Observation-Consciousness",
        },
        new()
        {
            Name = "form-score", Display = "Skår på skjema", Category = Survey, Loinc = ["74465-6"], Unit = "{score}",
            AcceptedUnits = ["{score}", "1"], VkpProfile = VkpObservation,
        },
    ];

    private static MeasurementTerms Vital(
        string name, string display, string loinc, string? snomed, string unit, string[] units, string r4, string vkp, decimal low, decimal high) => new()
        {
            Name = name,
            Display = display,
            Category = VitalSigns,
            Loinc = [loinc],
            Snomed = snomed,
            Unit = unit,
            AcceptedUnits = [.. units],
            VitalSignProfile = R4 + r4,
            VkpProfile = Vkp + vkp,
            Plausible = new(low, high),
        };

    // Not among the R4 vital signs, so no R4 profile; the category is the nearest one there is.
    private static MeasurementTerms Lung(
        string name, string display, string[] loinc, string snomed, string unit, string[] units, decimal low, decimal high) => new()
        {
            Name = name,
            Display = display,
            Category = VitalSigns,
            Loinc = [.. loinc],
            Snomed = snomed,
            Unit = unit,
            AcceptedUnits = [.. units],
            VkpProfile = VkpObservation,
            Plausible = new(low, high),
        };

    private static MeasurementTerms Score(string name, string display, string snomed, string unit, decimal low, decimal high) => new()
    {
        Name = name,
        Display = display,
        Category = Survey,
        Snomed = snomed,
        Unit = unit,
        AcceptedUnits = unit == "1" ? ["1", "{score}"] : [unit, "1"],
        VkpProfile = VkpObservation,
        Plausible = new(low, high),
    };
}
