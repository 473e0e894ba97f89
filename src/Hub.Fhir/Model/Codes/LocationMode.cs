namespace Hub.Fhir.Model;

/// <summary>Whether a place is one, or a kind of place. FHIR R4 required binding.</summary>
public static class LocationMode
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/location-mode";

    /// <summary>Code <c>instance</c>.</summary>
    public const string Instance = "instance";

    /// <summary>Code <c>kind</c>.</summary>
    public const string Kind = "kind";
}
