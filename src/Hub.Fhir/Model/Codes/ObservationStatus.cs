namespace Hub.Fhir.Model;

/// <summary>States of an Observation. FHIR R4 required binding.</summary>
public static class ObservationStatus
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/observation-status";

    /// <summary>Code <c>registered</c>.</summary>
    public const string Registered = "registered";

    /// <summary>Code <c>preliminary</c>.</summary>
    public const string Preliminary = "preliminary";

    /// <summary>Code <c>final</c>.</summary>
    public const string Final = "final";

    /// <summary>Code <c>amended</c>.</summary>
    public const string Amended = "amended";

    /// <summary>Code <c>corrected</c>.</summary>
    public const string Corrected = "corrected";

    /// <summary>Code <c>cancelled</c>.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Code <c>entered-in-error</c>.</summary>
    public const string EnteredInError = "entered-in-error";

    /// <summary>Code <c>unknown</c>.</summary>
    public const string Unknown = "unknown";
}
