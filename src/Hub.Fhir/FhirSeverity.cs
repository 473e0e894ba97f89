namespace Hub.Fhir;

/// <summary>How serious a <see cref="FhirIssue"/> is.</summary>
public enum FhirSeverity
{
    /// <summary>Worth knowing; the content can be used.</summary>
    Warning,

    /// <summary>The content breaks a rule and must not be accepted as it is.</summary>
    Error,
}
