namespace Hub.Fhir.Model;

/// <summary>Relations between records of one person. FHIR R4 required binding.</summary>
public static class LinkType
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/link-type";

    /// <summary>Code <c>replaced-by</c>.</summary>
    public const string ReplacedBy = "replaced-by";

    /// <summary>Code <c>replaces</c>.</summary>
    public const string Replaces = "replaces";

    /// <summary>Code <c>refer</c>.</summary>
    public const string Refer = "refer";

    /// <summary>Code <c>seealso</c>.</summary>
    public const string Seealso = "seealso";
}
