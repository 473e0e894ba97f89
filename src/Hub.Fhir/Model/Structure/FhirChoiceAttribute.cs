namespace Hub.Fhir.Model;

/// <summary>Ties a property to a choice element such as value[x].</summary>
/// <param name="name">Name before the type suffix.</param>
/// <param name="types">FHIR types the element may have, as the definition writes them.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FhirChoiceAttribute(string name, params string[] types) : Attribute
{
    /// <summary>Name before the type suffix.</summary>
    public string Name { get; } = name;

    /// <summary>FHIR types the element may have.</summary>
    public IReadOnlyList<string> Types { get; } = types;

    /// <summary>Least number of occurrences; default 0.</summary>
    public int Min { get; init; }
}
