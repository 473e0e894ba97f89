namespace Hub.Fhir.Terminology;

/// <summary>Kinds of section of a note. Source: <see cref="CodeSystems.VkpCompositionSection"/>.</summary>
public static class VkpCompositionSections
{
    /// <summary>Note.</summary>
    public const string Note = "1";

    /// <summary>Description of the follow-up.</summary>
    public const string FollowUp = "1.1";

    /// <summary>Description of the event.</summary>
    public const string Event = "1.2";

    /// <summary>Comment.</summary>
    public const string Comment = "1.3";

    /// <summary>Combined text.</summary>
    public const string CombinedText = "2";

    /// <summary>The codes and their texts.</summary>
    public static TermList Terms { get; } = new(
        CodeSystems.VkpCompositionSection,
        ("1", "notat"), ("1.1", "beskrivelse av oppfølging"), ("1.2", "beskrivelse av hendelse"), ("1.3", "kommentar"),
        ("2", "sammenstilt tekst"));
}
