using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Core.Registers;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Registers;

/// <summary>Mapping <c>hub.content</c>: any content, whole, for the hub's own registers (handovers, shared plans).</summary>
public sealed class ContentMapping : IMapping
{
    /// <inheritdoc/>
    public string Name => "hub.content";

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts { get; } = Enum.GetValues<ContentKind>().ToHashSet();

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (!Hub.Fhir.Terminology.IdentifierSystems.IsNationalPatient(envelope.Patient.Id.System) || string.IsNullOrWhiteSpace(envelope.Patient.Id.Value))
            return MappingOutcome.Failed(MappingErrors.NoNationalId.At("Patient.Id"));
        var ledger = new MappingLedger(envelope);
        ledger.Add(Line.To("Patient", "patient"));
        ledger.Add(Line.To("SourceId", "sourceId"));
        ledger.AddIf(envelope.Correlation is not null, Line.To("Correlation", "correlation"));
        foreach (var property in envelope.Content.GetType().GetProperties().Where(p => p.CanWrite))
            ledger.Add(Line.To(property.Name, "content"));
        var body = ContentText.Write(new RegisteredContent(envelope.Source, envelope.SourceId, envelope.Patient, envelope.Content) { Correlation = envelope.Correlation });
        return new MappingOutcome(new OutboundDocument(Name, ContentText.MediaType, body, context.Ids.For(Name).ToString("D")), ledger.Lines, []);
    }
}
