namespace Hub.Fhir.Model;

/// <summary>How serious a DetectedIssue is. FHIR R4 required binding.</summary>
public static class DetectedIssueSeverity
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/detectedissue-severity";

    /// <summary>Code <c>high</c>.</summary>
    public const string High = "high";

    /// <summary>Code <c>moderate</c>.</summary>
    public const string Moderate = "moderate";

    /// <summary>Code <c>low</c>.</summary>
    public const string Low = "low";
}
