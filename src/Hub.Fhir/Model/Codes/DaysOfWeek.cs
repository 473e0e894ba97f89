namespace Hub.Fhir.Model;

/// <summary>Days of the week. FHIR R4 required binding.</summary>
public static class DaysOfWeek
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/days-of-week";

    /// <summary>Code <c>mon</c>.</summary>
    public const string Monday = "mon";

    /// <summary>Code <c>tue</c>.</summary>
    public const string Tuesday = "tue";

    /// <summary>Code <c>wed</c>.</summary>
    public const string Wednesday = "wed";

    /// <summary>Code <c>thu</c>.</summary>
    public const string Thursday = "thu";

    /// <summary>Code <c>fri</c>.</summary>
    public const string Friday = "fri";

    /// <summary>Code <c>sat</c>.</summary>
    public const string Saturday = "sat";

    /// <summary>Code <c>sun</c>.</summary>
    public const string Sunday = "sun";
}
