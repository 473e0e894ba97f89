namespace Hub.Fhir.Terminology;

/// <summary>Modes of a digital visit. Codes are compared as text. Source: <see cref="CodeSystems.VkpEncounterMode"/>.</summary>
public static class VkpEncounterModes
{
    /// <summary>By camera.</summary>
    public const string Picture = "1";

    /// <summary>The codes and their texts.</summary>
    public static TermList Terms { get; } = new(
        CodeSystems.VkpEncounterMode,
        ("0", "bildetilsyn anonymisert"), ("1", "bildetilsyn"), ("2", "toveis tale"), ("3", "innlytt anonymisert"), ("4", "innlytt"));
}
