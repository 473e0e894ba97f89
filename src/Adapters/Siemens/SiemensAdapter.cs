using Hub.Adapters.FhirReading;
using Hub.Adapters.Json;
using Hub.Adapters.Siemens.Lookups;
using Hub.Adapters.Siemens.Reading;
using Hub.Adapters.Siemens.Sending;
using Hub.Adapters.Siemens.Sharing;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Tenants;
using Hub.Fhir.Json;
using Hub.Fhir.Model;

namespace Hub.Adapters.Siemens;

/// <summary>Reads what a Siemens-like vendor sends: FHIR R4 transactions and batches with values of personal health devices, for one tenant or over a connection that many share. The interface is modelled; see the README beside this file.</summary>
public sealed class SiemensAdapter : ISharedAdapter, IOutboundAdapter, ILookupAdapter
{
    private static readonly HashSet<LookupKind> Kinds = [LookupKind.Measurements, LookupKind.Questionnaires, LookupKind.Plans];
    private static readonly string[] MediaTypes = ["", "application/fhir+json", "application/json"];

    /// <inheritdoc/>
    public string Name => "siemens";

    /// <inheritdoc/>
    public ParsedMessage Parse(InboundMessage input)
    {
        using var document = JsonInput.Open(input.Body, out var error);
        if (document is null)
            return ParsedMessage.Refused(error!);
        var read = FhirJson.Read(input.Body.Span, input.Partner.Inbound?.Mode == InboundMode.Lenient ? FhirReadMode.Lenient : FhirReadMode.Strict);
        if (read.Resource is null)
            return ParsedMessage.Refused([.. read.Issues.Select(FhirIssues.Of).DefaultIfEmpty(FhirErrors.NotTaken.At())]);
        var source = new FhirSource(input, read, document.RootElement);
        if (!MediaTypes.Contains(input.MediaType))
            source.Whole.Tolerate("", "media-type", "Read the body as FHIR JSON although it was sent as something else.", IntakeErrors.WrongMediaType, "Send application/fhir+json.");
        if (read.Resource is not Bundle { Type: BundleType.Batch or BundleType.Transaction } bundle)
            return ParsedMessage.Refused([FhirErrors.NotTaken.At(read.Resource is Bundle ? "Bundle.type" : "resourceType", "A transaction or a batch is taken here."), .. source.AllErrors()]);
        return BundleReader.Read(bundle, source, OwnerCheck.For(input, document.RootElement));
    }

    /// <inheritdoc/>
    public SharedSplit Split(ReadOnlyMemory<byte> body, InboundMode mode)
    {
        using var document = JsonInput.Open(body, out var error);
        return document is null ? SharedSplit.Refused(error!) : BundleSplit.Of(body, document.RootElement, mode);
    }

    /// <inheritdoc/>
    public ISender Open(PartnerConfig partner, SenderContext context) => new SiemensSender(partner, context);

    /// <inheritdoc/>
    public IReadOnlySet<LookupKind> Answers(PartnerConfig partner) => partner.Url is null ? new HashSet<LookupKind>() : Kinds;

    /// <inheritdoc/>
    public ILookup OpenLookup(PartnerConfig partner, SenderContext context) => new SiemensLookup(partner, context);
}
