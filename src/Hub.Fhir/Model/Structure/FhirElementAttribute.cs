namespace Hub.Fhir.Model;

/// <summary>Ties a property to an element of the FHIR R4 definition; reader, writer and validator are driven by it.</summary>
/// <param name="name">Name of the element in JSON.</param>
/// <param name="type">FHIR primitive type where the CLR type does not say it; null means string or the type itself.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FhirElementAttribute(string name, string? type = null) : Attribute
{
    /// <summary>Name of the element in JSON.</summary>
    public string Name { get; } = name;

    /// <summary>FHIR primitive type, or null.</summary>
    public string? Type { get; } = type;

    /// <summary>Least number of occurrences; default 0.</summary>
    public int Min { get; init; }

    /// <summary>Class of constants that holds the codes of a required binding; default none.</summary>
    public Type? Codes { get; init; }
}
