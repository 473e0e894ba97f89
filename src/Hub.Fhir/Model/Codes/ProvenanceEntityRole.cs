namespace Hub.Fhir.Model;

/// <summary>How something was used in an activity. FHIR R4 required binding.</summary>
public static class ProvenanceEntityRole
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/provenance-entity-role";

    /// <summary>Code <c>derivation</c>.</summary>
    public const string Derivation = "derivation";

    /// <summary>Code <c>revision</c>.</summary>
    public const string Revision = "revision";

    /// <summary>Code <c>quotation</c>.</summary>
    public const string Quotation = "quotation";

    /// <summary>Code <c>source</c>.</summary>
    public const string Source = "source";

    /// <summary>Code <c>removal</c>.</summary>
    public const string Removal = "removal";
}
