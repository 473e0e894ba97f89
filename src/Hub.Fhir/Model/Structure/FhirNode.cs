namespace Hub.Fhir.Model;

/// <summary>Anything that is a JSON object in FHIR. Immutable, compared by value.</summary>
public abstract record FhirNode
{
    /// <summary>Members that are not modelled, kept as read.</summary>
    public FhirList<RawElement> Rest { get; init; } = [];

    /// <summary>Gives the type name only: resources hold health data and must not reach logs through interpolation.</summary>
    public sealed override string ToString() => GetType().Name;
}
