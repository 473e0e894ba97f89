using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Hub.Mappings.Fhir;
using Hub.Mappings.Fhir.Observations;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Dips;

/// <summary>A content as a document in DIPS: a DocumentReference with the letter as PDF. Mapping name <c>dips.document</c>; the README beside this file has the table.</summary>
public sealed class DipsDocumentMapping : IMapping
{
    /// <summary>Name in tenant files.</summary>
    public const string FormName = "dips.document";

    // DIPS's own number for the daily note.
    private const string DailyNote = "1050";

    private static readonly LedgerEntry SourceId = Line.To("SourceId", "DocumentReference.identifier");
    private static readonly LedgerEntry Correlation = Line.Left("Correlation", "The hub's own thread; the identifiers it is made of are carried");
    private static readonly LedgerEntry Corrects = Line.To("Corrects", "DocumentReference.relatesTo");

    /// <inheritdoc/>
    public string Name => FormName;

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts => DipsLetters.Kinds;

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (!Accepts.Contains(envelope.Content.Kind))
            return MappingOutcome.Failed(MappingErrors.WrongKind.At("Content"));
        var ledger = new MappingLedger(envelope);
        var subject = FhirSubject.Of(envelope, context, ledger);
        if (!subject.IsOk)
            return MappingOutcome.Failed(subject.Errors);
        var id = context.Ids.For(FormName).ToString();
        ledger.Add(SourceId);
        ledger.AddIf(envelope.Correlation is not null, Correlation);
        ledger.AddIf(FhirWords.Text(envelope.Content.Corrects) is not null, Corrects);
        var letter = DipsLetters.Of(envelope, context, subject.Value, ledger);
        var document = Document(letter, envelope, context, subject.Value, id);
        return new MappingOutcome(new OutboundDocument(FormName, ObservationMapping.FhirJsonType, FhirJson.ToBytes(document), id), ledger.Lines, []);
    }

    private static DocumentReference Document(Letter letter, Envelope envelope, MappingContext context, Reference subject, string id)
    {
        var authenticator = DipsParties.Authenticator(context);
        return new DocumentReference
        {
            Extension = Extensions(letter, envelope, authenticator is not null),
            Identifier = [FhirWords.Identifier(DipsNames.ExternalId, id), HubIdentifiers.OfEvent(envelope, envelope.SourceId)],
            Status = DocumentReferenceStatus.Current,
            // Nobody at the hospital has read it unless somebody there is named as having approved it.
            DocStatus = authenticator is null ? CompositionStatus.Preliminary : CompositionStatus.Final,
            Type = TypeOf(context),
            Subject = subject,
            Date = FhirDateTime.FromInstant(envelope.AcceptedAt),
            Author = [DipsParties.Author(context, letter.Author)],
            Authenticator = authenticator,
            Custodian = DipsParties.Custodian(context),
            RelatesTo = FhirWords.Text(envelope.Content.Corrects) is { } corrected
                ? [new DocumentReferenceRelatesTo { Code = DocumentRelationshipType.Replaces, Target = new Reference { Type = "DocumentReference", Identifier = HubIdentifiers.OfEvent(envelope, corrected) } }]
                : [],
            Description = letter.Subject,
            Content = DipsFiles.Of(letter, envelope, context, subject.Display),
        };
    }

    private static CodeableConcept TypeOf(MappingContext context)
    {
        var options = context.Target.Options;
        var type = FhirWords.Text(options.GetValueOrDefault("documentType")) ?? DailyNote;
        var name = FhirWords.Text(options.GetValueOrDefault("documentTypeName")) ?? (type == DailyNote ? "Daglig notat" : null);
        return new CodeableConcept { Coding = [new Hub.Fhir.Model.Coding { System = DipsNames.DocumentTypeId, Code = type, Display = name }] };
    }

    private static FhirList<Extension> Extensions(Letter letter, Envelope envelope, bool approved)
    {
        var extensions = new List<Extension> { new() { Url = DipsNames.EventTime, Value = new FhirTime(FhirTimes.Start(letter.Time)) } };
        if (letter.Author is { } author)
            extensions.Add(new Extension { Url = DipsNames.CreatedBy, Value = new FhirString(Parties.Of(author)) });
        if (approved)
            extensions.Add(new Extension { Url = DipsNames.ApprovedTime, Value = new FhirTime(FhirDateTime.FromInstant(envelope.AcceptedAt)) });
        return extensions.ToFhirList();
    }
}
