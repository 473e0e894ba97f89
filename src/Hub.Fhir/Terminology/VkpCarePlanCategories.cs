namespace Hub.Fhir.Terminology;

/// <summary>Categories of plans. Source: <see cref="CodeSystems.VkpCarePlanCategory"/>.</summary>
public static class VkpCarePlanCategories
{
    /// <summary>Other kind.</summary>
    public const string Other = "0";

    /// <summary>Treatment plan.</summary>
    public const string Treatment = "1";

    /// <summary>The patient's own treatment plan.</summary>
    public const string SelfTreatment = "2";

    /// <summary>Plan of visits.</summary>
    public const string Visits = "3";

    /// <summary>The codes and their texts.</summary>
    public static TermList Terms { get; } = new(
        CodeSystems.VkpCarePlanCategory,
        ("0", "annen type"), ("1", "behandlingsplan"), ("2", "egenbehandlingsplan"), ("3", "besoksplan"));
}
