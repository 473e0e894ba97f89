namespace Hub.Host.Faces;

/// <summary>What the CapabilityStatement says about a resource type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Text">What is special about it.</param>
internal sealed record FhirResourceDoc(string Type, string Text)
{
    /// <summary>Interactions: search-type, read, history-instance ...</summary>
    public IReadOnlyList<string> Interactions { get; init; } = ["search-type"];

    /// <summary>Search parameters: name, type and what is said of it.</summary>
    public IReadOnlyList<(string Name, string Type, string Text)> Parameters { get; init; } = [];

    /// <summary>Operations: name and address of the definition, where <c>{base}</c> is the base of the face.</summary>
    public IReadOnlyList<(string Name, string Definition)> Operations { get; init; } = [];

    /// <summary>What may be included the other way round.</summary>
    public IReadOnlyList<string> RevIncludes { get; init; } = [];
}
