namespace Hub.Fhir.Model;

/// <summary>Purposes of a name. FHIR R4 required binding.</summary>
public static class NameUse
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/name-use";

    /// <summary>Code <c>usual</c>.</summary>
    public const string Usual = "usual";

    /// <summary>Code <c>official</c>.</summary>
    public const string Official = "official";

    /// <summary>Code <c>temp</c>.</summary>
    public const string Temp = "temp";

    /// <summary>Code <c>nickname</c>.</summary>
    public const string Nickname = "nickname";

    /// <summary>Code <c>anonymous</c>.</summary>
    public const string Anonymous = "anonymous";

    /// <summary>Code <c>old</c>.</summary>
    public const string Old = "old";

    /// <summary>Code <c>maiden</c>.</summary>
    public const string Maiden = "maiden";
}
