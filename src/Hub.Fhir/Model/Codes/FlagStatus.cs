namespace Hub.Fhir.Model;

/// <summary>States of a Flag. FHIR R4 required binding.</summary>
public static class FlagStatus
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/flag-status";

    /// <summary>Code <c>active</c>.</summary>
    public const string Active = "active";

    /// <summary>Code <c>inactive</c>.</summary>
    public const string Inactive = "inactive";

    /// <summary>Code <c>entered-in-error</c>.</summary>
    public const string EnteredInError = "entered-in-error";
}
