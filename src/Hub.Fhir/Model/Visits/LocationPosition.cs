namespace Hub.Fhir.Model;

/// <summary>A position (WGS 84). FHIR R4 LocationPosition.</summary>
public sealed record LocationPosition : BackboneElement
{
    /// <summary>Degrees, east positive.</summary>
    [FhirElement("longitude", Min = 1)]
    public decimal? Longitude { get; init; }

    /// <summary>Degrees, north positive.</summary>
    [FhirElement("latitude", Min = 1)]
    public decimal? Latitude { get; init; }

    /// <summary>Height in metres.</summary>
    [FhirElement("altitude")]
    public decimal? Altitude { get; init; }
}
