namespace Hub.Fhir.Terminology;

/// <summary>Identifier systems used in Norway. Source: HL7 Norway basis profiles and VKP.</summary>
public static class IdentifierSystems
{
    /// <summary>National identity number (fødselsnummer).</summary>
    public const string Fnr = "urn:oid:2.16.578.1.12.4.1.4.1";

    /// <summary>D number; the day is raised by 40.</summary>
    public const string Dnr = "urn:oid:2.16.578.1.12.4.1.4.2";

    /// <summary>Common help number (felles hjelpenummer); carries no date of birth and no sex.</summary>
    public const string Fhn = "urn:oid:2.16.578.1.12.4.1.4.3";

    /// <summary>Health personnel number.</summary>
    public const string Hpr = "urn:oid:2.16.578.1.12.4.1.4.4";

    /// <summary>DUF number of the immigration authorities.</summary>
    public const string Duf = "urn:oid:2.16.578.1.12.4.1.4.5";

    /// <summary>Organisation number in the register of legal entities.</summary>
    public const string Enh = "urn:oid:2.16.578.1.12.4.1.4.101";

    /// <summary>RESH id of units in the specialist health service.</summary>
    public const string Resh = "urn:oid:2.16.578.1.12.4.1.4.102";

    /// <summary>AKO number.</summary>
    public const string Ako = "urn:oid:2.16.578.1.12.4.1.4.107";

    /// <summary>HER id in the address register; its OID is not below .4 like the others.</summary>
    public const string Her = "urn:oid:2.16.578.1.12.4.1.2";

    /// <summary>Local help number (H number): the system is this literal text, and <c>assigner</c> is required with it.</summary>
    public const string Hnr = "HNR";

    /// <summary>Code system for types of person identifiers, needed with <see cref="Hnr"/>.</summary>
    public const string PersonIdentifierType = "urn:oid:2.16.578.1.12.4.1.1.8327";

    /// <summary>Organisations in HelseID claims; the value is <c>NO:ORGNR:parent:child</c>.</summary>
    public const string Iso6523 = "urn:oid:1.0.6523";

    /// <summary>Identifiers that are URIs themselves, such as urn:uuid.</summary>
    public const string Uri = "urn:ietf:rfc:3986";

    /// <summary>User ids of Dignio.</summary>
    public const string DignioUserId = "http://ehelse.no/fhir/NamingSystem/vkp-dignio-userid";

    /// <summary>True when the system identifies patients nationally: FNR, DNR or FHN, the set VkpObservation requires of a subject.</summary>
    /// <param name="system">Identifier system, or null.</param>
    public static bool IsNationalPatient(string? system) => system is Fnr or Dnr or Fhn;
}
