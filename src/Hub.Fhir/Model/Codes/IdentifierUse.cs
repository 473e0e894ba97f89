namespace Hub.Fhir.Model;

/// <summary>Purposes of an identifier. FHIR R4 required binding.</summary>
public static class IdentifierUse
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/identifier-use";

    /// <summary>Code <c>usual</c>.</summary>
    public const string Usual = "usual";

    /// <summary>Code <c>official</c>.</summary>
    public const string Official = "official";

    /// <summary>Code <c>temp</c>.</summary>
    public const string Temp = "temp";

    /// <summary>Code <c>secondary</c>.</summary>
    public const string Secondary = "secondary";

    /// <summary>Code <c>old</c>.</summary>
    public const string Old = "old";
}
