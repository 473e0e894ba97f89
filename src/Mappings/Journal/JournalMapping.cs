using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Fhir.Json;
using Hub.Mappings.Fhir;
using Hub.Mappings.Fhir.Observations;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Journal;

/// <summary>A content as a VKP document Bundle for the journal: a Composition that a person can read, with the structured parts as entries. The README beside this file has the table.</summary>
/// <typeparam name="TContent">The kind it takes.</typeparam>
public abstract class JournalMapping<TContent> : IMapping
    where TContent : HomeContent
{
    private static readonly LedgerEntry SourceId = Line.To("SourceId", "Composition.identifier");
    private static readonly LedgerEntry Correlation = Line.Left("Correlation", "The hub's own thread; the identifiers it is made of are carried");

    private protected JournalMapping(string name, ContentKind kind) => (Name, Accepts) = (name, new HashSet<ContentKind> { kind });

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts { get; }

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (envelope.Content is not TContent content)
            return MappingOutcome.Failed(MappingErrors.WrongKind.At("Content"));
        var ledger = new MappingLedger(envelope);
        var subject = FhirSubject.Of(envelope, context, ledger);
        if (!subject.IsOk)
            return MappingOutcome.Failed(subject.Errors);
        ledger.Add(SourceId);
        ledger.AddIf(envelope.Correlation is not null, Correlation);
        var document = new JournalDocument(envelope, context, Name, subject.Value);
        Write(content, document, ledger);
        return document.Errors.Count > 0
            ? MappingOutcome.Failed(document.Errors)
            : new MappingOutcome(
                new OutboundDocument(Name, ObservationMapping.FhirJsonType, FhirJson.ToBytes(document.ToBundle()), document.Id), ledger.Lines, []);
    }

    private protected abstract void Write(TContent content, JournalDocument document, MappingLedger ledger);
}
