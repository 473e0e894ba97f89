namespace Hub.Fhir.Model;

/// <summary>States of a visit. FHIR R4 required binding.</summary>
public static class EncounterStatus
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/encounter-status";

    /// <summary>Code <c>planned</c>.</summary>
    public const string Planned = "planned";

    /// <summary>Code <c>arrived</c>.</summary>
    public const string Arrived = "arrived";

    /// <summary>Code <c>triaged</c>.</summary>
    public const string Triaged = "triaged";

    /// <summary>Code <c>in-progress</c>.</summary>
    public const string InProgress = "in-progress";

    /// <summary>Code <c>onleave</c>.</summary>
    public const string Onleave = "onleave";

    /// <summary>Code <c>finished</c>.</summary>
    public const string Finished = "finished";

    /// <summary>Code <c>cancelled</c>.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Code <c>entered-in-error</c>.</summary>
    public const string EnteredInError = "entered-in-error";

    /// <summary>Code <c>unknown</c>.</summary>
    public const string Unknown = "unknown";
}
