namespace Hub.Fhir.Terminology;

/// <summary>Levels of severity. Source: <see cref="CodeSystems.VkpSeverityLevel"/>.</summary>
public static class VkpSeverityLevels
{
    /// <summary>Not reported.</summary>
    public const string NotReported = "0";

    /// <summary>Normal.</summary>
    public const string Normal = "10";

    /// <summary>Moderate.</summary>
    public const string Moderate = "20";

    /// <summary>Serious.</summary>
    public const string Serious = "30";

    /// <summary>Critical.</summary>
    public const string Critical = "40";

    /// <summary>The codes and their texts.</summary>
    public static TermList Terms { get; } = new(
        CodeSystems.VkpSeverityLevel,
        ("0", "Ikke rapportert"), ("10", "Normal"), ("20", "Moderat"), ("30", "Alvorlig"), ("40", "Kritisk"));
}
