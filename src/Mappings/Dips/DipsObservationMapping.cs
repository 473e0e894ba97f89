using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Hub.Mappings.Fhir;
using Hub.Mappings.Fhir.Observations;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Dips;

/// <summary>A measurement as an Observation for DIPS. Mapping name <c>dips.observation</c>; the README beside this file says which profile each kind gets.</summary>
public sealed class DipsObservationMapping : IMapping
{
    /// <summary>Name in tenant files.</summary>
    public const string FormName = "dips.observation";

    private static readonly LedgerEntry Correlation = Line.Left("Correlation", "The hub's own thread; the identifiers it is made of are carried");

    /// <inheritdoc/>
    public string Name => FormName;

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts { get; } = new HashSet<ContentKind> { ContentKind.Measurement };

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (envelope.Content is not Measurement measurement)
            return MappingOutcome.Failed(MappingErrors.WrongKind.At("Content"));
        var ledger = new MappingLedger(envelope);
        var subject = FhirSubject.Of(envelope, context, ledger);
        if (!subject.IsOk)
            return MappingOutcome.Failed(subject.Errors);
        var id = context.Ids.For(FormName).ToString();
        ledger.AddIf(envelope.Correlation is not null, Correlation);
        Identifier[] identifiers = [FhirWords.Identifier(DipsNames.ExternalId, id), HubIdentifiers.OfEvent(envelope, envelope.SourceId)];
        var whole = ObservationWriting.Write(measurement, new ObservationFrame(envelope, subject.Value, identifiers, DeviceReference: null), ledger);
        if (!whole.IsOk)
            return MappingOutcome.Failed(whole.Errors);
        var profile = VitalSigns.ProfileOf(measurement);
        var written = profile is null ? whole.Value : VitalSignShape.Of(whole.Value, measurement, profile, context);
        var account = profile is null ? ledger.Lines : [.. VitalSignShape.Account(ledger.Lines).Distinct()];
        return new MappingOutcome(new OutboundDocument(FormName, ObservationMapping.FhirJsonType, FhirJson.ToBytes(written), id), account, []);
    }
}
