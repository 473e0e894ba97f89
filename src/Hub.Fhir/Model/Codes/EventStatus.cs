namespace Hub.Fhir.Model;

/// <summary>States of an event such as a Communication. FHIR R4 required binding.</summary>
public static class EventStatus
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/event-status";

    /// <summary>Code <c>preparation</c>.</summary>
    public const string Preparation = "preparation";

    /// <summary>Code <c>in-progress</c>.</summary>
    public const string InProgress = "in-progress";

    /// <summary>Code <c>not-done</c>.</summary>
    public const string NotDone = "not-done";

    /// <summary>Code <c>on-hold</c>.</summary>
    public const string OnHold = "on-hold";

    /// <summary>Code <c>stopped</c>.</summary>
    public const string Stopped = "stopped";

    /// <summary>Code <c>completed</c>.</summary>
    public const string Completed = "completed";

    /// <summary>Code <c>entered-in-error</c>.</summary>
    public const string EnteredInError = "entered-in-error";

    /// <summary>Code <c>unknown</c>.</summary>
    public const string Unknown = "unknown";
}
