using Hub.Core.Content;
using Hub.Fhir.Model;

namespace Hub.Mappings.Fhir.Observations;

/// <summary>What surrounds an Observation.</summary>
/// <param name="Envelope">The envelope the measurement came in.</param>
/// <param name="Subject">The patient.</param>
/// <param name="Identifiers">Identifiers of the hub, after the source's own.</param>
/// <param name="DeviceReference">Where the device stands in the same document; null to contain it.</param>
internal sealed record ObservationFrame(Envelope Envelope, Reference Subject, IReadOnlyList<Identifier> Identifiers, Func<DeviceInfo, Reference>? DeviceReference)
{
    /// <summary>Answers that the value was worked out from.</summary>
    public FhirList<Reference> DerivedFrom { get; init; } = [];
}
