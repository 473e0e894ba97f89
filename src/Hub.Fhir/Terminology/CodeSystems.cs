namespace Hub.Fhir.Terminology;

/// <summary>URIs of code systems, written as their owners write them.</summary>
public static class CodeSystems
{
    /// <summary>LOINC; some senders write https, which is wrong.</summary>
    public const string Loinc = "http://loinc.org";

    /// <summary>SNOMED CT.</summary>
    public const string Snomed = "http://snomed.info/sct";

    /// <summary>UCUM units.</summary>
    public const string Ucum = "http://unitsofmeasure.org";

    /// <summary>ISO/IEEE 11073-10101 nomenclature of medical devices (MDC); the code is the partition times 65,536 plus the term.</summary>
    public const string Mdc = "urn:iso:std:iso:11073:10101";

    /// <summary>Norwegian laboratory codes (NLK, built on NPU); laboratory tests only.</summary>
    public const string Nlk = "urn:oid:2.16.578.1.12.4.1.1.7280";

    /// <summary>Categories of Observation.</summary>
    public const string ObservationCategory = "http://terminology.hl7.org/CodeSystem/observation-category";

    /// <summary>Interpretation of a result, such as H and L.</summary>
    public const string ObservationInterpretation = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";

    /// <summary>Reasons for a missing value.</summary>
    public const string DataAbsentReason = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    /// <summary>VKP alert codes, version v090.</summary>
    public const string VkpAlertCode = "http://ehelse.no/fhir/CodeSystem/vkp-alert-code-v090";

    /// <summary>VKP categories of Composition, version v090.</summary>
    public const string VkpCompositionCategory = "http://ehelse.no/fhir/CodeSystem/vkp-composition-category-v090";

    /// <summary>VKP events of Composition, version v090.</summary>
    public const string VkpCompositionEvent = "http://ehelse.no/fhir/CodeSystem/vkp-composition-event-v090";

    /// <summary>VKP sections of Composition, version v090.</summary>
    public const string VkpCompositionSection = "http://ehelse.no/fhir/CodeSystem/vkp-composition-section-v090";

    /// <summary>VKP categories of CarePlan, version v090.</summary>
    public const string VkpCarePlanCategory = "http://ehelse.no/fhir/CodeSystem/vkp-careplan-category-v090";

    /// <summary>VKP triage colours, version v090.</summary>
    public const string VkpTriage = "http://ehelse.no/fhir/CodeSystem/vkp-triage-v090";

    /// <summary>VKP severity levels, version v090.</summary>
    public const string VkpSeverityLevel = "http://ehelse.no/fhir/CodeSystem/vkp-severity-level-v090";

    /// <summary>VKP outcomes of an operation, version v090.</summary>
    public const string VkpOperationOutcome = "http://ehelse.no/fhir/CodeSystem/vkp-operation-outcome-v090";

    /// <summary>VKP events of a medicine dispenser, version v090.</summary>
    public const string VkpMedicationDispenseEvent = "http://ehelse.no/fhir/CodeSystem/vkp-medicationdispense-events-v090";

    /// <summary>VKP modes of a digital visit, version v090.</summary>
    public const string VkpEncounterMode = "http://ehelse.no/fhir/CodeSystem/vkp-encounter-mode-v090";

    /// <summary>VKP classes of a digital visit, version v090: the same codes as the modes.</summary>
    public const string VkpEncounterClass = "http://ehelse.no/fhir/CodeSystem/vkp-encounter-class-v090";

    /// <summary>VKP reasons of a digital visit, version v090.</summary>
    public const string VkpEncounterReason = "http://ehelse.no/fhir/CodeSystem/vkp-encounter-reason-v090";

    /// <summary>Kinds of contact of HL7 v3, such as VR for a virtual one.</summary>
    public const string ActCode = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    /// <summary>Zones of the draft plan profiles (green, yellow, red); a draft of September 2026.</summary>
    public const string PlanZone = "http://hl7.no/fhir/ig/planer-hacking/CodeSystem/planer-hacking-observation-severity-zone-cs";
}
