namespace Hub.Fhir.Model;

/// <summary>States of a Goal. FHIR R4 required binding.</summary>
public static class GoalStatus
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/goal-status";

    /// <summary>Code <c>proposed</c>.</summary>
    public const string Proposed = "proposed";

    /// <summary>Code <c>planned</c>.</summary>
    public const string Planned = "planned";

    /// <summary>Code <c>accepted</c>.</summary>
    public const string Accepted = "accepted";

    /// <summary>Code <c>active</c>.</summary>
    public const string Active = "active";

    /// <summary>Code <c>on-hold</c>.</summary>
    public const string OnHold = "on-hold";

    /// <summary>Code <c>completed</c>.</summary>
    public const string Completed = "completed";

    /// <summary>Code <c>cancelled</c>.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Code <c>entered-in-error</c>.</summary>
    public const string EnteredInError = "entered-in-error";

    /// <summary>Code <c>rejected</c>.</summary>
    public const string Rejected = "rejected";
}
