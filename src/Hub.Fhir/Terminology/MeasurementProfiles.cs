namespace Hub.Fhir.Terminology;

/// <summary>URLs of the profiles measurements follow.</summary>
public static class MeasurementProfiles
{
    /// <summary>Base of the R4 vital-signs profiles.</summary>
    public const string R4 = "http://hl7.org/fhir/StructureDefinition/";

    /// <summary>Base of the VkpObservation profiles (HL7 Norway, 0.5.2).</summary>
    public const string Vkp = "http://hl7.no/fhir/vkpobservation/StructureDefinition/";

    /// <summary>The general VkpObservation profile.</summary>
    public const string VkpObservation = Vkp + "vkp-Observation";
}
