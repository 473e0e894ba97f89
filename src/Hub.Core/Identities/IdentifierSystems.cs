namespace Hub.Core.Identities;

/// <summary>URIs of the Norwegian number series (no-basis, HL7 Norway).</summary>
public static class IdentifierSystems
{
    /// <summary>Fødselsnummer.</summary>
    public const string Fnr = "urn:oid:2.16.578.1.12.4.1.4.1";

    /// <summary>D-nummer.</summary>
    public const string Dnr = "urn:oid:2.16.578.1.12.4.1.4.2";

    /// <summary>Felles hjelpenummer.</summary>
    public const string Fhn = "urn:oid:2.16.578.1.12.4.1.4.3";

    /// <summary>Hjelpenummer of one institution: a literal, not an OID (no-basis).</summary>
    public const string Hnr = "HNR";

    /// <summary>HPR-nummer, health personnel.</summary>
    public const string Hpr = "urn:oid:2.16.578.1.12.4.1.4.4";

    /// <summary>Organisasjonsnummer, Enhetsregisteret.</summary>
    public const string Orgnr = "urn:oid:2.16.578.1.12.4.1.4.101";

    /// <summary>HER-id; not under the .4 branch as the others are.</summary>
    public const string HerId = "urn:oid:2.16.578.1.12.4.1.2";
}
