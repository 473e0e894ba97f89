namespace Hub.Adapters.Gerica.Reading;

/// <summary>Names that the journal's interface uses beside those of FHIR and no-basis. Modelled.</summary>
internal static class GericaTerms
{
    /// <summary>How to get in (string on Patient).</summary>
    public const string KeyBox = "urn:gerica:key-box";

    /// <summary>That a contact has a key (boolean on Patient.contact).</summary>
    public const string HasKey = "urn:gerica:has-key";

    /// <summary>Code system of services: VKP's short codes.</summary>
    public const string Services = "urn:gerica:service";

    /// <summary>The middle name (no-basis-HumanName).</summary>
    public const string MiddleName = "http://hl7.no/fhir/StructureDefinition/no-basis-middlename";

    /// <summary>The municipality on Address.district (no-basis-Address).</summary>
    public const string MunicipalityCode = "http://hl7.no/fhir/StructureDefinition/no-basis-municipalitycode";

    /// <summary>HL7 v3 Confidentiality: R and V on a Patient mean a protected address.</summary>
    public const string Confidentiality = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    /// <summary>Home follow-up, the service that the hub follows.</summary>
    public const string FollowUp = "dho";
}
