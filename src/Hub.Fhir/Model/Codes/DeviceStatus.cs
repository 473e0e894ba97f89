namespace Hub.Fhir.Model;

/// <summary>States of a Device. FHIR R4 required binding.</summary>
public static class DeviceStatus
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/device-status";

    /// <summary>Code <c>active</c>.</summary>
    public const string Active = "active";

    /// <summary>Code <c>inactive</c>.</summary>
    public const string Inactive = "inactive";

    /// <summary>Code <c>entered-in-error</c>.</summary>
    public const string EnteredInError = "entered-in-error";

    /// <summary>Code <c>unknown</c>.</summary>
    public const string Unknown = "unknown";
}
