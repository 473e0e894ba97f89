namespace Hub.Fhir.Model;

/// <summary>States of a CarePlan. FHIR R4 required binding.</summary>
public static class CarePlanStatus
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/request-status";

    /// <summary>Code <c>draft</c>.</summary>
    public const string Draft = "draft";

    /// <summary>Code <c>active</c>.</summary>
    public const string Active = "active";

    /// <summary>Code <c>on-hold</c>.</summary>
    public const string OnHold = "on-hold";

    /// <summary>Code <c>revoked</c>.</summary>
    public const string Revoked = "revoked";

    /// <summary>Code <c>completed</c>.</summary>
    public const string Completed = "completed";

    /// <summary>Code <c>entered-in-error</c>.</summary>
    public const string EnteredInError = "entered-in-error";

    /// <summary>Code <c>unknown</c>.</summary>
    public const string Unknown = "unknown";
}
