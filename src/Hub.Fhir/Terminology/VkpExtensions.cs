namespace Hub.Fhir.Terminology;

/// <summary>URLs of the VKP extensions for devices. Source: HL7 Norway, Velferdsteknologi, VKP-R4.</summary>
public static class VkpExtensions
{
    /// <summary>The dispenser of a MedicationDispense: <c>identifier</c>, <c>displayName</c>, <c>type</c>, <c>typeName</c>, <c>location</c>. The URL begins with a capital letter, unlike all others.</summary>
    public const string MedicationDispenseDevice = "http://ehelse.no/fhir/StructureDefinition/VkpMedicationDispenseDevice-v090";

    /// <summary>The device of an Encounter: <c>deviceIdentifier</c> (Identifier), <c>display</c>, <c>type</c>, <c>typeName</c>, <c>location</c>.</summary>
    public const string EncounterDevice = "http://ehelse.no/fhir/StructureDefinition/vkp-encounterDevice-v090";

    /// <summary>Note and signature of an Encounter: <c>note</c> or <c>signature</c> (Annotation).</summary>
    public const string Annotation = "http://ehelse.no/fhir/StructureDefinition/vkp-annotation-v090";

    /// <summary>Severity level (CodeableConcept), written for Flag.</summary>
    public const string SeverityLevel = "http://ehelse.no/fhir/StructureDefinition/vkp-severity-level-v090";

    /// <summary>System that the severity extension fixes for its coding: the value set, where a code system belongs.</summary>
    public const string SeverityLevelSet = "http://ehelse.no/fhir/ValueSet/vkp-severity-level-v090";

    /// <summary>Accuracy, time and movement of a Location: <c>timestamp</c>, <c>horizontalAccuracy</c> and others. The file of version v090 keeps the URL of version v05.</summary>
    public const string AdditionalPositionData = "http://ehelse.no/fhir/StructureDefinition/vkp-additionalpositiondata-v05";
}
