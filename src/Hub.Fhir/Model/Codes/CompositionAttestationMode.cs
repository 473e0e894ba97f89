namespace Hub.Fhir.Model;

/// <summary>Kinds of attestation. FHIR R4 required binding.</summary>
public static class CompositionAttestationMode
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/composition-attestation-mode";

    /// <summary>Code <c>personal</c>.</summary>
    public const string Personal = "personal";

    /// <summary>Code <c>professional</c>.</summary>
    public const string Professional = "professional";

    /// <summary>Code <c>legal</c>.</summary>
    public const string Legal = "legal";

    /// <summary>Code <c>official</c>.</summary>
    public const string Official = "official";
}
