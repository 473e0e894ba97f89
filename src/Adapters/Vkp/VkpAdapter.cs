using Hub.Adapters.FhirReading;
using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Fhir.Json;
using Hub.Fhir.Model;

namespace Hub.Adapters.Vkp;

/// <summary>Reads what vendors send to Velferdsteknologisk knutepunkt in FHIR R4: document Bundles for the journal, Bundles of Observations as Pasientens måledata describes them, and single Observations, dispensings, visits and alerts.</summary>
public sealed class VkpAdapter : IInboundAdapter
{
    private static readonly string[] MediaTypes = ["", "application/fhir+json", "application/json"];

    /// <inheritdoc/>
    public string Name => "vkp";

    /// <inheritdoc/>
    public ParsedMessage Parse(InboundMessage input)
    {
        using var document = JsonInput.Open(input.Body, out var error);
        if (document is null)
            return ParsedMessage.Refused(error!);

        var mode = input.Partner.Inbound?.Mode == InboundMode.Lenient ? FhirReadMode.Lenient : FhirReadMode.Strict;
        var read = FhirJson.Read(input.Body.Span, mode);
        if (read.Resource is null)
            return ParsedMessage.Refused([.. read.Issues.Select(FhirIssues.Of).DefaultIfEmpty(FhirErrors.NotTaken.At())]);

        var source = new FhirSource(input, read, document.RootElement);
        if (!MediaTypes.Contains(input.MediaType))
            source.Whole.Tolerate("", "media-type", "Read the body as FHIR JSON although it was sent as something else.", IntakeErrors.WrongMediaType, "Send application/fhir+json.");

        return read.Resource switch
        {
            Bundle { Type: BundleType.Document } bundle => DocumentReader.Read(bundle, source),
            Bundle { Type: BundleType.Batch or BundleType.Transaction or BundleType.Collection } bundle => BatchReader.Read(bundle, source),
            Observation or MedicationDispense or Encounter or DetectedIssue => BatchReader.ReadSingle(source),
            Bundle => ParsedMessage.Refused([FhirErrors.NotTaken.At("Bundle.type"), .. source.AllErrors()]),
            _ => ParsedMessage.Refused([FhirErrors.NotTaken.At("resourceType"), .. source.AllErrors()]),
        };
    }
}
