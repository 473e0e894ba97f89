namespace Hub.Fhir.Model;

/// <summary>How the entries of a section came to be. FHIR R4 required binding.</summary>
public static class ListMode
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/list-mode";

    /// <summary>Code <c>working</c>.</summary>
    public const string Working = "working";

    /// <summary>Code <c>snapshot</c>.</summary>
    public const string Snapshot = "snapshot";

    /// <summary>Code <c>changes</c>.</summary>
    public const string Changes = "changes";
}
