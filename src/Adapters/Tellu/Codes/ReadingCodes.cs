using Hub.Core.Content;

namespace Hub.Adapters.Tellu.Codes;

/// <summary>Lists <c>type</c> and <c>part</c>: what is measured.</summary>
internal static class ReadingCodes
{
    /// <summary>List <c>type</c>, as measurement kinds.</summary>
    public static CodeTable<string> Types { get; } = new(
        "type",
        (100, MeasurementKind.BloodPressure), (110, MeasurementKind.HeartRate), (120, MeasurementKind.OxygenSaturation), (130, MeasurementKind.BodyTemperature),
        (140, MeasurementKind.BodyWeight), (141, MeasurementKind.BodyHeight), (142, MeasurementKind.Bmi), (150, MeasurementKind.Glucose), (160, MeasurementKind.RespiratoryRate),
        (170, MeasurementKind.Fev1), (171, MeasurementKind.Fvc), (172, MeasurementKind.Fev1FvcRatio), (173, MeasurementKind.PeakFlow), (180, MeasurementKind.Steps),
        (190, MeasurementKind.Inr), (191, MeasurementKind.Crp), (200, MeasurementKind.CatScore), (201, MeasurementKind.Eq5dVas), (202, MeasurementKind.Eq5dIndex),
        (203, MeasurementKind.News2), (204, MeasurementKind.ClinicalFrailty), (205, MeasurementKind.Consciousness), (209, MeasurementKind.FormScore), (900, MeasurementKind.Other));

    /// <summary>List <c>part</c>, as names of components.</summary>
    public static CodeTable<string> Parts { get; } = new("part", (101, MeasurementKind.Systolic), (102, MeasurementKind.Diastolic), (103, MeasurementKind.Mean));

    /// <summary>List <c>unit</c>, as UCUM.</summary>
    public static CodeTable<string> Units { get; } = new(
        "unit",
        (1, "mm[Hg]"), (2, "kPa"), (3, "/min"), (4, "%"), (5, "Cel"), (6, "[degF]"), (7, "kg"), (8, "g"), (9, "[lb_av]"), (10, "cm"), (11, "m"), (12, "mmol/L"), (13, "mg/dL"),
        (14, "L"), (15, "mL"), (16, "L/min"), (17, "L/s"), (18, "/d"), (19, "mg/L"), (20, "kg/m2"), (21, "{INR}"), (22, "{score}"), (99, "1"));
}
