namespace Hub.Fhir.Model;

/// <summary>FHIR name of a type whose C# name had to differ.</summary>
/// <param name="name">Name in the FHIR definition.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FhirTypeNameAttribute(string name) : Attribute
{
    /// <summary>Name in the FHIR definition.</summary>
    public string Name { get; } = name;
}
