namespace Hub.Fhir.Model;

/// <summary>How urgent something is. FHIR R4 required binding.</summary>
public static class RequestPriority
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/request-priority";

    /// <summary>Code <c>routine</c>.</summary>
    public const string Routine = "routine";

    /// <summary>Code <c>urgent</c>.</summary>
    public const string Urgent = "urgent";

    /// <summary>Code <c>asap</c>.</summary>
    public const string Asap = "asap";

    /// <summary>Code <c>stat</c>.</summary>
    public const string Stat = "stat";
}
