namespace Hub.Fhir.Model;

/// <summary>Units of a schedule. FHIR R4 required binding.</summary>
public static class UnitsOfTime
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://unitsofmeasure.org";

    /// <summary>Code <c>s</c>.</summary>
    public const string Second = "s";

    /// <summary>Code <c>min</c>.</summary>
    public const string Minute = "min";

    /// <summary>Code <c>h</c>.</summary>
    public const string Hour = "h";

    /// <summary>Code <c>d</c>.</summary>
    public const string Day = "d";

    /// <summary>Code <c>wk</c>.</summary>
    public const string Week = "wk";

    /// <summary>Code <c>mo</c>.</summary>
    public const string Month = "mo";

    /// <summary>Code <c>a</c>.</summary>
    public const string Year = "a";
}
