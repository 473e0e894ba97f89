using Hub.Core.Content;

namespace Hub.Simulators.Tellu;

/// <summary>The system's numbered lists, as its side writes them.</summary>
internal static class TelluWords
{
    public static int Type(string kind) => kind switch
    {
        MeasurementKind.BloodPressure => 100,
        MeasurementKind.HeartRate => 110,
        MeasurementKind.OxygenSaturation => 120,
        MeasurementKind.BodyTemperature => 130,
        MeasurementKind.BodyWeight => 140,
        MeasurementKind.Glucose => 150,
        MeasurementKind.RespiratoryRate => 160,
        MeasurementKind.Fev1 => 170,
        MeasurementKind.PeakFlow => 173,
        MeasurementKind.Steps => 180,
        MeasurementKind.CatScore => 200,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The story does not measure this."),
    };

    public static int Part(string name) => name == MeasurementKind.Systolic ? 101 : name == MeasurementKind.Diastolic ? 102 : 103;

    public static int Unit(string ucum) => ucum switch
    {
        "mm[Hg]" => 1,
        "/min" => 3,
        "%" => 4,
        "Cel" => 5,
        "kg" => 7,
        "mmol/L" => 12,
        "L" => 14,
        "L/min" => 16,
        "/d" => 18,
        "{score}" => 22,
        _ => throw new ArgumentOutOfRangeException(nameof(ucum), ucum, "The story has no value in this unit."),
    };

    public static int? Prio(Triage triage) => triage switch
    {
        Triage.Red => 1,
        Triage.Yellow => 2,
        Triage.Green => 3,
        _ => null,
    };

    public static int Role(PartyRole role) => role switch
    {
        PartyRole.Practitioner => 1,
        PartyRole.Patient => 2,
        PartyRole.RelatedPerson => 3,
        PartyRole.Organization => 4,
        _ => 5,
    };

    public static int State(FollowUpState state) => state switch
    {
        FollowUpState.Included => 1,
        FollowUpState.Paused => 2,
        _ => 3,
    };
}
