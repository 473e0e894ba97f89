namespace Hub.Fhir.Model;

/// <summary>States of a QuestionnaireResponse. FHIR R4 required binding.</summary>
public static class QuestionnaireResponseStatus
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/questionnaire-answers-status";

    /// <summary>Code <c>in-progress</c>.</summary>
    public const string InProgress = "in-progress";

    /// <summary>Code <c>completed</c>.</summary>
    public const string Completed = "completed";

    /// <summary>Code <c>amended</c>.</summary>
    public const string Amended = "amended";

    /// <summary>Code <c>entered-in-error</c>.</summary>
    public const string EnteredInError = "entered-in-error";

    /// <summary>Code <c>stopped</c>.</summary>
    public const string Stopped = "stopped";
}
