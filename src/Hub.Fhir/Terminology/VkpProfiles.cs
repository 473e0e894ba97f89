namespace Hub.Fhir.Terminology;

/// <summary>URLs of the VKP R4 profiles, version v090. Source: HL7 Norway, Velferdsteknologi, VKP-R4.</summary>
public static class VkpProfiles
{
    /// <summary>The journal note.</summary>
    public const string Composition = "http://ehelse.no/fhir/StructureDefinition/vkp-Composition-v090";

    /// <summary>The alert.</summary>
    public const string DetectedIssue = "http://ehelse.no/fhir/StructureDefinition/vkp-DetectedIssue-v090";

    /// <summary>The plan.</summary>
    public const string CarePlan = "http://ehelse.no/fhir/StructureDefinition/vkp-CarePlan-v090";

    /// <summary>A dispensing.</summary>
    public const string MedicationDispense = "http://ehelse.no/fhir/StructureDefinition/vkp-MedicationDispense-v090";

    /// <summary>A visit.</summary>
    public const string Encounter = "http://ehelse.no/fhir/StructureDefinition/vkp-Encounter-v090";

    /// <summary>A digital visit, in an older shape than <see cref="Encounter"/>: the mode stands in class.</summary>
    public const string DigitalEncounter = "http://ehelse.no/fhir/StructureDefinition/vkp-digital-Encounter-v090";

    /// <summary>A position.</summary>
    public const string Location = "http://ehelse.no/fhir/StructureDefinition/vkp-Location-v090";

    /// <summary>Answers to a form. The published URL is misspelt, and that is the one to send.</summary>
    public const string QuestionnaireResponse = "http://ehelse.no/fhir/StructureDefinition/vkp-QuestionnaireReponse-v090";

    /// <summary>Answers to a form, spelt right; to be recognised only.</summary>
    public const string QuestionnaireResponseSpeltRight = "http://ehelse.no/fhir/StructureDefinition/vkp-QuestionnaireResponse-v090";
}
