namespace Hub.Fhir.Terminology;

/// <summary>Events of a medicine dispenser. Codes are compared as text. Source: <see cref="CodeSystems.VkpMedicationDispenseEvent"/>.</summary>
public static class VkpMedicationDispenseEvents
{
    /// <summary>Medicine handed out.</summary>
    public const string Dispensed = "1";

    /// <summary>A message to the user; no medicine.</summary>
    public const string MessageToUser = "3";

    /// <summary>The codes and their texts.</summary>
    public static TermList Terms { get; } = new(
        CodeSystems.VkpMedicationDispenseEvent,
        ("1", "medisin utlevert"), ("1.1", "medisin utlevert uassistert"), ("1.2", "medisin utlevert assistert"), ("1.3", "behovsmedisin utlevert"), ("2", "medisin utlevert reise"), ("2.1", "medisin utlevert reise uassistert"), ("2.2", "medisin utlevert reise assistert"), ("3", "medisin melding til bruker"));
}
