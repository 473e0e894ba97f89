namespace Hub.Fhir.Model;

/// <summary>States of an episode of care. FHIR R4 required binding.</summary>
public static class EpisodeOfCareStatus
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/episode-of-care-status";

    /// <summary>Code <c>planned</c>.</summary>
    public const string Planned = "planned";

    /// <summary>Code <c>waitlist</c>.</summary>
    public const string Waitlist = "waitlist";

    /// <summary>Code <c>active</c>.</summary>
    public const string Active = "active";

    /// <summary>Code <c>onhold</c>.</summary>
    public const string Onhold = "onhold";

    /// <summary>Code <c>finished</c>.</summary>
    public const string Finished = "finished";

    /// <summary>Code <c>cancelled</c>.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Code <c>entered-in-error</c>.</summary>
    public const string EnteredInError = "entered-in-error";
}
