using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>What is measured at home for each diagnosis. Orders of magnitude from everyday practice; the limits move with the person.</summary>
internal static class Signs
{
    private const string Oximeter = "Nonin 3230";
    private const string Spirometer = "MIR Spirobank";
    private const string Cuff = "A&D UA-651";
    private const string Scale = "A&D UC-352";
    private const string Glucometer = "Contour Next One";

    private static readonly Sign BloodPressure = new(MeasurementKind.BloodPressure, "mm[Hg]", 0, 134, 7, 18)
    {
        Device = Cuff,
        Limits = n => new Limits("mm[Hg]", 1, n - 45, n - 35, n + 16, n + 30),
        With = new Sign(MeasurementKind.Diastolic, "mm[Hg]", 0, 79, 5, 8) { Limits = n => new Limits("mm[Hg]", 1, null, null, n + 13, n + 22) },
    };

    private static readonly Sign[] Copd =
    [
        new(MeasurementKind.OxygenSaturation, "%", 0, 94, 0.9, -7) { Device = Oximeter, Hours = [8, 19], Limits = n => new Limits("%", 1, n - 7, n - 4, null, null) },
        new(MeasurementKind.HeartRate, "/min", 0, 78, 5, 22) { Device = Oximeter, Limits = n => new Limits("/min", 1, null, 45, n + 22, n + 38) },
        new(MeasurementKind.Fev1, "L", 2, 1.42, 0.05, -0.4) { Device = Spirometer, EveryDays = 2, Hours = [9], Limits = n => new Limits("L", 0.01m, n * 0.7m, n * 0.85m, null, null) },
        new(MeasurementKind.PeakFlow, "L/min", 0, 260, 12, -80) { Device = Spirometer, Hours = [9], Limits = n => new Limits("L/min", 1, n * 0.6m, n * 0.8m, null, null) },
        new(MeasurementKind.RespiratoryRate, "/min", 0, 17, 1.5, 9) { EveryDays = 3, Limits = n => new Limits("/min", 1, null, null, 22, 26) },
        new(MeasurementKind.BodyTemperature, "Cel", 1, 36.7, 0.2, 1.6) { EveryDays = 4, Limits = n => new Limits("Cel", 0.1m, null, null, 37.8m, 38.6m) },
    ];

    private static readonly Sign[] Diabetes =
    [
        new(MeasurementKind.Glucose, "mmol/L", 1, 8.1, 1.9, 6) { Device = Glucometer, Hours = [7, 13, 21], Limits = n => new Limits("mmol/L", 0.1m, 3.0m, 4.0m, 14.0m, 18.0m) },
        new(MeasurementKind.BodyWeight, "kg", 1, 91, 0.4, 1) { Device = Scale, EveryDays = 7, Limits = n => new Limits("kg", 0.1m, null, null, n + 4, n + 7) },
        BloodPressure with { EveryDays = 3 },
    ];

    private static readonly Sign[] HeartFailure =
    [
        new(MeasurementKind.BodyWeight, "kg", 1, 83, 0.3, 3.4) { Device = Scale, Hours = [7], Limits = n => new Limits("kg", 0.1m, null, null, n + 1.5m, n + 2.5m) },
        BloodPressure with { Worsening = -14 },
        new(MeasurementKind.HeartRate, "/min", 0, 71, 4, 26) { Device = Cuff, Limits = n => new Limits("/min", 1, 40, 48, n + 24, n + 40) },
        new(MeasurementKind.Steps, "/d", 0, 3900, 900, -2500) { Hours = [22] },
    ];

    public static IReadOnlyList<Sign> Of(Diagnosis diagnosis) => diagnosis switch
    {
        Diagnosis.Copd => Copd,
        Diagnosis.Diabetes => Diabetes,
        _ => HeartFailure,
    };
}
