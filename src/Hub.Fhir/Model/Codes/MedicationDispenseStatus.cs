namespace Hub.Fhir.Model;

/// <summary>States of a dispensing. FHIR R4 required binding.</summary>
public static class MedicationDispenseStatus
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://terminology.hl7.org/CodeSystem/medicationdispense-status";

    /// <summary>Code <c>preparation</c>.</summary>
    public const string Preparation = "preparation";

    /// <summary>Code <c>in-progress</c>.</summary>
    public const string InProgress = "in-progress";

    /// <summary>Code <c>cancelled</c>.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Code <c>on-hold</c>.</summary>
    public const string OnHold = "on-hold";

    /// <summary>Code <c>completed</c>.</summary>
    public const string Completed = "completed";

    /// <summary>Code <c>entered-in-error</c>.</summary>
    public const string EnteredInError = "entered-in-error";

    /// <summary>Code <c>stopped</c>.</summary>
    public const string Stopped = "stopped";

    /// <summary>Code <c>declined</c>.</summary>
    public const string Declined = "declined";

    /// <summary>Code <c>unknown</c>.</summary>
    public const string Unknown = "unknown";
}
