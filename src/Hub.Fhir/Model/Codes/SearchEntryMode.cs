namespace Hub.Fhir.Model;

/// <summary>Why an entry is in a search result. FHIR R4 required binding.</summary>
public static class SearchEntryMode
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/search-entry-mode";

    /// <summary>Code <c>match</c>.</summary>
    public const string Match = "match";

    /// <summary>Code <c>include</c>.</summary>
    public const string Include = "include";

    /// <summary>Code <c>outcome</c>.</summary>
    public const string Outcome = "outcome";
}
