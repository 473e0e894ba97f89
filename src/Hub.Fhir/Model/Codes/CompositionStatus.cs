namespace Hub.Fhir.Model;

/// <summary>States of a Composition. FHIR R4 required binding.</summary>
public static class CompositionStatus
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/composition-status";

    /// <summary>Code <c>preliminary</c>.</summary>
    public const string Preliminary = "preliminary";

    /// <summary>Code <c>final</c>.</summary>
    public const string Final = "final";

    /// <summary>Code <c>amended</c>.</summary>
    public const string Amended = "amended";

    /// <summary>Code <c>entered-in-error</c>.</summary>
    public const string EnteredInError = "entered-in-error";
}
