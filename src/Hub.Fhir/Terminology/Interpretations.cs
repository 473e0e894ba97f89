namespace Hub.Fhir.Terminology;

/// <summary>Interpretations of a value against the patient's thresholds. Source: <see cref="CodeSystems.ObservationInterpretation"/>.</summary>
public static class Interpretations
{
    /// <summary>Within the thresholds.</summary>
    public const string Normal = "N";

    /// <summary>Outside the thresholds, in no stated direction.</summary>
    public const string Abnormal = "A";

    /// <summary>Above the upper threshold.</summary>
    public const string High = "H";

    /// <summary>Below the lower threshold.</summary>
    public const string Low = "L";

    /// <summary>Above the upper alarm threshold.</summary>
    public const string CriticalHigh = "HH";

    /// <summary>Below the lower alarm threshold.</summary>
    public const string CriticalLow = "LL";

    /// <summary>Outside the alarm thresholds, in no stated direction.</summary>
    public const string Critical = "AA";

    /// <summary>The codes and their texts.</summary>
    public static TermList Terms { get; } = new(
        CodeSystems.ObservationInterpretation, (Normal, "Normal"), (Abnormal, "Abnormal"), (High, "High"), (Low, "Low"),
        (CriticalHigh, "Critical high"), (CriticalLow, "Critical low"), (Critical, "Critical abnormal"));
}
