using Hub.Core.Content;

namespace Hub.Mappings.Profil;

/// <summary>Numeric codes of a Profil-like journal. Modelled: every installation has lists of its own, so that note types can be set per partner (option <c>noteTypes</c>).</summary>
internal static class ProfilCodes
{
    /// <summary>Parameter of a measurement that the journal has no number for: its name and the source's codes say what it is.</summary>
    public const int OtherParameter = 2999;

    private static readonly Dictionary<ContentKind, int> NoteTypes = new()
    {
        [ContentKind.Alert] = 211,
        [ContentKind.Note] = 210,
        [ContentKind.Chat] = 212,
        [ContentKind.Questionnaire] = 213,
        [ContentKind.Plan] = 214,
        [ContentKind.Status] = 215,
        [ContentKind.Clinical] = 216,
        [ContentKind.Trend] = 217,
        [ContentKind.Handover] = 218,
        [ContentKind.DeviceEvent] = 219,
    };

    private static readonly Dictionary<string, int> Parameters = new(StringComparer.Ordinal)
    {
        [MeasurementKind.BloodPressure] = 2010,
        [MeasurementKind.Systolic] = 2011,
        [MeasurementKind.Diastolic] = 2012,
        [MeasurementKind.Mean] = 2013,
        [MeasurementKind.HeartRate] = 2020,
        [MeasurementKind.OxygenSaturation] = 2030,
        [MeasurementKind.BodyTemperature] = 2040,
        [MeasurementKind.BodyWeight] = 2050,
        [MeasurementKind.BodyHeight] = 2051,
        [MeasurementKind.Bmi] = 2052,
        [MeasurementKind.Glucose] = 2060,
        [MeasurementKind.RespiratoryRate] = 2070,
        [MeasurementKind.Fev1] = 2080,
        [MeasurementKind.Fvc] = 2081,
        [MeasurementKind.Fev1FvcRatio] = 2082,
        [MeasurementKind.PeakFlow] = 2083,
        [MeasurementKind.Steps] = 2090,
        [MeasurementKind.Inr] = 2100,
        [MeasurementKind.Crp] = 2101,
        [MeasurementKind.CatScore] = 2200,
        [MeasurementKind.Eq5dVas] = 2201,
        [MeasurementKind.Eq5dIndex] = 2202,
        [MeasurementKind.News2] = 2203,
        [MeasurementKind.Consciousness] = 2204,
        [MeasurementKind.ClinicalFrailty] = 2205,
        [MeasurementKind.FormScore] = 2210,
    };

    /// <summary>Names of the content kinds with their note types.</summary>
    public static IReadOnlyDictionary<ContentKind, int> Notes => NoteTypes;

    /// <summary>The number of a kind or of a part of it.</summary>
    public static int Parameter(string? kind) => kind is null ? OtherParameter : Parameters.GetValueOrDefault(kind, OtherParameter);

    /// <summary>1 health personnel, 2 the patient, 3 an organisation, 4 a relative, 5 a system.</summary>
    public static int Role(PartyRole role) => role switch
    {
        PartyRole.Practitioner => 1,
        PartyRole.Patient => 2,
        PartyRole.Organization => 3,
        PartyRole.RelatedPerson => 4,
        _ => 5,
    };

    /// <summary>1 to 3 for green, yellow and red; null for none.</summary>
    public static int? Light(Triage triage) => triage == Triage.None ? null : (int)triage;

    /// <summary>Status of a value: 1 final, 2 preliminary, 3 corrected, 4 cancelled, 5 registered by mistake, 9 unknown.</summary>
    public static int ValueStatus(string status) => status switch
    {
        "final" => 1,
        "preliminary" or "registered" => 2,
        "amended" or "corrected" => 3,
        "cancelled" => 4,
        "entered-in-error" => 5,
        _ => 9,
    };

    /// <summary>Status of a plan: 1 in force, 2 draft, 3 on hold, 4 revoked, 5 completed, 6 registered by mistake, 9 unknown.</summary>
    public static int PlanStatus(string status) => status switch
    {
        "active" => 1,
        "draft" => 2,
        "on-hold" => 3,
        "revoked" => 4,
        "completed" => 5,
        "entered-in-error" => 6,
        _ => 9,
    };
}
