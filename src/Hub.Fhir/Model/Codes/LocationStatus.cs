namespace Hub.Fhir.Model;

/// <summary>States of a place. FHIR R4 required binding.</summary>
public static class LocationStatus
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/location-status";

    /// <summary>Code <c>active</c>.</summary>
    public const string Active = "active";

    /// <summary>Code <c>suspended</c>.</summary>
    public const string Suspended = "suspended";

    /// <summary>Code <c>inactive</c>.</summary>
    public const string Inactive = "inactive";
}
