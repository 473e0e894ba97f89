namespace Hub.Fhir.Model;

/// <summary>What goes into an operation or comes out of it. FHIR R4 Parameters.</summary>
public sealed record Parameters : Resource
{
    /// <summary>The parameters.</summary>
    [FhirElement("parameter")]
    public FhirList<ParametersParameter> Parameter { get; init; } = [];
}
