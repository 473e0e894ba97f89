namespace Hub.Fhir.Model;

/// <summary>How sure a Condition is. FHIR R4 required binding.</summary>
public static class ConditionVerificationStatus
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://terminology.hl7.org/CodeSystem/condition-ver-status";

    /// <summary>Code <c>unconfirmed</c>.</summary>
    public const string Unconfirmed = "unconfirmed";

    /// <summary>Code <c>provisional</c>.</summary>
    public const string Provisional = "provisional";

    /// <summary>Code <c>differential</c>.</summary>
    public const string Differential = "differential";

    /// <summary>Code <c>confirmed</c>.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>Code <c>refuted</c>.</summary>
    public const string Refuted = "refuted";

    /// <summary>Code <c>entered-in-error</c>.</summary>
    public const string EnteredInError = "entered-in-error";
}
