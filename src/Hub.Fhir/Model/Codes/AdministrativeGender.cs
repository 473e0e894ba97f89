namespace Hub.Fhir.Model;

/// <summary>Administrative genders. FHIR R4 required binding.</summary>
public static class AdministrativeGender
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/administrative-gender";

    /// <summary>Code <c>male</c>.</summary>
    public const string Male = "male";

    /// <summary>Code <c>female</c>.</summary>
    public const string Female = "female";

    /// <summary>Code <c>other</c>.</summary>
    public const string Other = "other";

    /// <summary>Code <c>unknown</c>.</summary>
    public const string Unknown = "unknown";
}
