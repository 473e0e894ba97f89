namespace Hub.Fhir.Model;

/// <summary>How a narrative relates to the data. FHIR R4 required binding.</summary>
public static class NarrativeStatus
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/narrative-status";

    /// <summary>Code <c>generated</c>.</summary>
    public const string Generated = "generated";

    /// <summary>Code <c>extensions</c>.</summary>
    public const string Extensions = "extensions";

    /// <summary>Code <c>additional</c>.</summary>
    public const string Additional = "additional";

    /// <summary>Code <c>empty</c>.</summary>
    public const string Empty = "empty";
}
