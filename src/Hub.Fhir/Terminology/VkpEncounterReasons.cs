namespace Hub.Fhir.Terminology;

/// <summary>Reasons of a digital visit. Codes are compared as text. Source: <see cref="CodeSystems.VkpEncounterReason"/>.</summary>
public static class VkpEncounterReasons
{
    /// <summary>By plan.</summary>
    public const string Planned = "1";

    /// <summary>After an event.</summary>
    public const string Event = "2";

    /// <summary>The codes and their texts.</summary>
    public static TermList Terms { get; } = new(
        CodeSystems.VkpEncounterReason,
        ("1", "planlagt tilsyn"), ("2", "hendelsesbasert tilsyn"));
}
