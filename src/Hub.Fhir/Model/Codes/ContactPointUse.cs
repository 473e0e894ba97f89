namespace Hub.Fhir.Model;

/// <summary>Purposes of a contact point. FHIR R4 required binding.</summary>
public static class ContactPointUse
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/contact-point-use";

    /// <summary>Code <c>home</c>.</summary>
    public const string Home = "home";

    /// <summary>Code <c>work</c>.</summary>
    public const string Work = "work";

    /// <summary>Code <c>temp</c>.</summary>
    public const string Temp = "temp";

    /// <summary>Code <c>old</c>.</summary>
    public const string Old = "old";

    /// <summary>Code <c>mobile</c>.</summary>
    public const string Mobile = "mobile";
}
