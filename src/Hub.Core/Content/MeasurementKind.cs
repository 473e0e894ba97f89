namespace Hub.Core.Content;

/// <summary>The kinds of home measurement, by the stable names that tenant files, vendor payloads and code tables use.</summary>
public static class MeasurementKind
{
    /// <summary>Systolic and diastolic blood pressure, as components <see cref="Systolic"/> and <see cref="Diastolic"/>.</summary>
    public const string BloodPressure = "blood-pressure";

    /// <summary>Component of <see cref="BloodPressure"/>.</summary>
    public const string Systolic = "systolic";

    /// <summary>Component of <see cref="BloodPressure"/>.</summary>
    public const string Diastolic = "diastolic";

    /// <summary>Component of <see cref="BloodPressure"/>: mean arterial pressure.</summary>
    public const string Mean = "mean";

    /// <summary>Heart rate, /min.</summary>
    public const string HeartRate = "heart-rate";

    /// <summary>Oxygen saturation by pulse oximetry, %.</summary>
    public const string OxygenSaturation = "oxygen-saturation";

    /// <summary>Body temperature, Cel.</summary>
    public const string BodyTemperature = "body-temperature";

    /// <summary>Body weight, kg.</summary>
    public const string BodyWeight = "body-weight";

    /// <summary>Glucose in blood, mmol/L.</summary>
    public const string Glucose = "glucose";

    /// <summary>Respiratory rate, /min.</summary>
    public const string RespiratoryRate = "respiratory-rate";

    /// <summary>Forced expiratory volume in one second, L.</summary>
    public const string Fev1 = "fev1";

    /// <summary>Forced vital capacity, L.</summary>
    public const string Fvc = "fvc";

    /// <summary>FEV1 as a share of FVC, %. Not the share of the predicted value.</summary>
    public const string Fev1FvcRatio = "fev1-fvc-ratio";

    /// <summary>Peak expiratory flow, L/min.</summary>
    public const string PeakFlow = "peak-flow";

    /// <summary>Steps in 24 hours, /d.</summary>
    public const string Steps = "steps";

    /// <summary>INR.</summary>
    public const string Inr = "inr";

    /// <summary>C-reactive protein, mg/L.</summary>
    public const string Crp = "crp";

    /// <summary>COPD Assessment Test, sum score 0 to 40.</summary>
    public const string CatScore = "cat-score";

    /// <summary>EQ-5D visual analogue scale, 0 to 100.</summary>
    public const string Eq5dVas = "eq5d-vas";

    /// <summary>EQ-5D index value.</summary>
    public const string Eq5dIndex = "eq5d-index";

    /// <summary>National Early Warning Score 2.</summary>
    public const string News2 = "news2";

    /// <summary>Level of consciousness by ACVPU, coded.</summary>
    public const string Consciousness = "consciousness";

    /// <summary>Clinical Frailty Scale, 1 to 9.</summary>
    public const string ClinicalFrailty = "clinical-frailty";

    /// <summary>Body height, cm.</summary>
    public const string BodyHeight = "body-height";

    /// <summary>Body mass index, kg/m2.</summary>
    public const string Bmi = "bmi";

    /// <summary>Score of a form that has no kind of its own.</summary>
    public const string FormScore = "form-score";

    /// <summary>A measurement that the hub has no name for; its codes travel as they came.</summary>
    public const string Other = "other";

    /// <summary>Every kind that a payload or a route may name.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        BloodPressure, HeartRate, OxygenSaturation, BodyTemperature, BodyWeight, Glucose, RespiratoryRate, Fev1, Fvc, Fev1FvcRatio, PeakFlow, Steps, Inr, Crp,
        CatScore, Eq5dVas, Eq5dIndex, News2, Consciousness, ClinicalFrailty, BodyHeight, Bmi, FormScore, Other,
    ];
}
