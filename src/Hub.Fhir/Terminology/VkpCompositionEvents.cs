namespace Hub.Fhir.Terminology;

/// <summary>Steps of the time line of a note; there is no code 2. Source: <see cref="CodeSystems.VkpCompositionEvent"/>.</summary>
public static class VkpCompositionEvents
{
    /// <summary>Event reported.</summary>
    public const string Reported = "0";

    /// <summary>Event being handled.</summary>
    public const string Handled = "1";

    /// <summary>Event acknowledged.</summary>
    public const string Acknowledged = "3";

    /// <summary>Cause.</summary>
    public const string Cause = "6";

    /// <summary>Measure taken.</summary>
    public const string Measure = "7";

    /// <summary>Conversation.</summary>
    public const string Talk = "8";

    /// <summary>Action.</summary>
    public const string Action = "9";

    /// <summary>The codes and their texts.</summary>
    public static TermList Terms { get; } = new(
        CodeSystems.VkpCompositionEvent,
        ("0", "hendelse meldt"), ("1", "hendelse behandles"), ("3", "hendelse kvittert"), ("4", "hendelse til utrykning"),
        ("5", "hendelse ok utrykning"), ("6", "årsak"), ("7", "tiltak"), ("8", "samtale"), ("9", "aksjon"), ("10", "annen aktør"));
}
