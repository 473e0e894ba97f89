using Hub.Fhir.Model;

namespace Hub.Host.Faces;

/// <summary>An answer of the read face.</summary>
/// <param name="Resource">The resource.</param>
internal sealed record FhirAnswer(Resource Resource)
{
    /// <summary>HTTP status; default 200.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Headers beside those of every answer.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
