namespace Hub.Fhir.Terminology;

/// <summary>Categories of journal notes. Source: <see cref="CodeSystems.VkpCompositionCategory"/>.</summary>
public static class VkpCompositionCategories
{
    /// <summary>Safety and coping.</summary>
    public const string SafetyAndCoping = "1";

    /// <summary>Digital home follow-up.</summary>
    public const string HomeFollowUp = "2";

    /// <summary>The codes and their texts.</summary>
    public static TermList Terms { get; } = new(
        CodeSystems.VkpCompositionCategory,
        ("1", "Trygghet og mestring"), ("2", "Digital hjemmeoppfølging"));
}
