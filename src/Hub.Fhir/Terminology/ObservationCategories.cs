namespace Hub.Fhir.Terminology;

/// <summary>Codes of <see cref="CodeSystems.ObservationCategory"/> that measurements use.</summary>
public static class ObservationCategories
{
    /// <summary>Vital signs.</summary>
    public const string VitalSigns = "vital-signs";

    /// <summary>Physical activity.</summary>
    public const string Activity = "activity";

    /// <summary>Laboratory results, also from a patient's own meter.</summary>
    public const string Laboratory = "laboratory";

    /// <summary>Scores and questionnaires.</summary>
    public const string Survey = "survey";
}
