namespace Hub.Fhir.Model;

/// <summary>States of an activity of a plan. FHIR R4 required binding.</summary>
public static class CarePlanActivityStatus
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/care-plan-activity-status";

    /// <summary>Code <c>not-started</c>.</summary>
    public const string NotStarted = "not-started";

    /// <summary>Code <c>scheduled</c>.</summary>
    public const string Scheduled = "scheduled";

    /// <summary>Code <c>in-progress</c>.</summary>
    public const string InProgress = "in-progress";

    /// <summary>Code <c>on-hold</c>.</summary>
    public const string OnHold = "on-hold";

    /// <summary>Code <c>completed</c>.</summary>
    public const string Completed = "completed";

    /// <summary>Code <c>cancelled</c>.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Code <c>stopped</c>.</summary>
    public const string Stopped = "stopped";

    /// <summary>Code <c>unknown</c>.</summary>
    public const string Unknown = "unknown";

    /// <summary>Code <c>entered-in-error</c>.</summary>
    public const string EnteredInError = "entered-in-error";
}
