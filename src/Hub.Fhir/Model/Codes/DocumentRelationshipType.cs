namespace Hub.Fhir.Model;

/// <summary>Relations between documents. FHIR R4 required binding.</summary>
public static class DocumentRelationshipType
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/document-relationship-type";

    /// <summary>Code <c>replaces</c>.</summary>
    public const string Replaces = "replaces";

    /// <summary>Code <c>transforms</c>.</summary>
    public const string Transforms = "transforms";

    /// <summary>Code <c>signs</c>.</summary>
    public const string Signs = "signs";

    /// <summary>Code <c>appends</c>.</summary>
    public const string Appends = "appends";
}
