namespace Hub.Fhir.Model;

/// <summary>States of a DocumentReference. FHIR R4 required binding.</summary>
public static class DocumentReferenceStatus
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/document-reference-status";

    /// <summary>Code <c>current</c>.</summary>
    public const string Current = "current";

    /// <summary>Code <c>superseded</c>.</summary>
    public const string Superseded = "superseded";

    /// <summary>Code <c>entered-in-error</c>.</summary>
    public const string EnteredInError = "entered-in-error";
}
