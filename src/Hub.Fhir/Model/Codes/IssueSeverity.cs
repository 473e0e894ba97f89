namespace Hub.Fhir.Model;

/// <summary>How serious a finding is. FHIR R4 required binding.</summary>
public static class IssueSeverity
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/issue-severity";

    /// <summary>Code <c>fatal</c>.</summary>
    public const string Fatal = "fatal";

    /// <summary>Code <c>error</c>.</summary>
    public const string Error = "error";

    /// <summary>Code <c>warning</c>.</summary>
    public const string Warning = "warning";

    /// <summary>Code <c>information</c>.</summary>
    public const string Information = "information";
}
