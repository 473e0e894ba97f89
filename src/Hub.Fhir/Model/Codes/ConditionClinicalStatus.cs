namespace Hub.Fhir.Model;

/// <summary>Clinical states of a Condition. FHIR R4 required binding.</summary>
public static class ConditionClinicalStatus
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://terminology.hl7.org/CodeSystem/condition-clinical";

    /// <summary>Code <c>active</c>.</summary>
    public const string Active = "active";

    /// <summary>Code <c>recurrence</c>.</summary>
    public const string Recurrence = "recurrence";

    /// <summary>Code <c>relapse</c>.</summary>
    public const string Relapse = "relapse";

    /// <summary>Code <c>inactive</c>.</summary>
    public const string Inactive = "inactive";

    /// <summary>Code <c>remission</c>.</summary>
    public const string Remission = "remission";

    /// <summary>Code <c>resolved</c>.</summary>
    public const string Resolved = "resolved";
}
