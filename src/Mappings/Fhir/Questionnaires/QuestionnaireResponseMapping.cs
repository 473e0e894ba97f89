using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Hub.Mappings.Fhir.Observations;
using Hub.Mappings.Journal;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Fhir.Questionnaires;

/// <summary>An answered form as a QuestionnaireResponse with an Observation for each score, in one transaction. Mapping name <c>fhir.questionnaire</c>; the README beside this file has the table.</summary>
public sealed class QuestionnaireResponseMapping : IMapping
{
    /// <summary>Name in tenant files.</summary>
    public const string FormName = "fhir.questionnaire";

    private const string Replaces = "urn:hub:extension:replaces";

    // What the parts of the journal write into the Composition stands elsewhere here.
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["Composition.section.title"] = "QuestionnaireResponse.text",
        ["Composition.meta.tag"] = "QuestionnaireResponse.meta.tag",
        ["Composition.relatesTo"] = $"QuestionnaireResponse.extension({Replaces})",
    };

    private static readonly LedgerEntry SourceId = Line.To("SourceId", "QuestionnaireResponse.extension(urn:hub:extension:identifier)");
    private static readonly LedgerEntry Correlation = Line.Left("Correlation", "The hub's own thread; the identifiers it is made of are carried");

    /// <inheritdoc/>
    public string Name => FormName;

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts { get; } = new HashSet<ContentKind> { ContentKind.Questionnaire };

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (envelope.Content is not QuestionnaireAnswers answers)
            return MappingOutcome.Failed(MappingErrors.WrongKind.At("Content"));
        var ledger = new MappingLedger(envelope);
        var subject = FhirSubject.Of(envelope, context, ledger);
        if (!subject.IsOk)
            return MappingOutcome.Failed(subject.Errors);
        ledger.Add(SourceId);
        ledger.AddIf(envelope.Correlation is not null, Correlation);
        var document = new JournalDocument(envelope, context, FormName, subject.Value);
        QuestionnairePart.Write(answers, document, ledger);
        if (document.Errors.Count > 0)
            return MappingOutcome.Failed(document.Errors);
        var bundle = new Bundle { Type = BundleType.Transaction, Entry = Entries(answers, envelope, document).ToFhirList() };
        var account = ledger.Lines.Select(l => l.Target is { } target && Places.TryGetValue(target, out var place) ? l with { Target = place } : l).ToArray();
        return new MappingOutcome(new OutboundDocument(FormName, ObservationMapping.FhirJsonType, FhirJson.ToBytes(bundle), document.Id), account, []);
    }

    private static IEnumerable<BundleEntry> Entries(QuestionnaireAnswers answers, Envelope envelope, JournalDocument document)
    {
        // The first entry is the Composition, which a journal of resources has no use for.
        var parts = document.ToBundle().Entry.Skip(1).ToArray();
        for (var i = 0; i < parts.Length; i++)
        {
            var id = HubIdentifiers.OfDelivery(i == 0 ? document.Id : $"{document.Id}.{i}");
            var resource = parts[i].Resource switch
            {
                QuestionnaireResponse form => Form(form, id, answers, envelope, document),
                Observation score => score with { Identifier = [id, .. score.Identifier] },
                var other => other,
            };
            yield return parts[i] with
            {
                Resource = resource,
                // A repeat of the transaction changes nothing: each part is created only where none has its identifier.
                Request = new BundleEntryRequest { Method = HttpVerb.Post, Url = resource!.GetType().Name, IfNoneExist = $"identifier={Uri.EscapeDataString($"{id.System}|{id.Value}")}" },
            };
        }
    }

    private static QuestionnaireResponse Form(QuestionnaireResponse form, Identifier id, QuestionnaireAnswers answers, Envelope envelope, JournalDocument document)
    {
        var others = new[] { HubIdentifiers.OfEvent(envelope, envelope.SourceId) }.Concat(form.Identifier is { } own ? [own] : []).Select(i => new Extension { Url = HubExtensions.Identifier, Value = i });
        var replaced = FhirWords.Text(answers.Corrects) is { } corrected ? [new Extension { Url = Replaces, Value = HubIdentifiers.OfEvent(envelope, corrected) }] : Array.Empty<Extension>();
        var title = FhirWords.Text(answers.FormTitle) ?? "Besvart skjema";
        return form with
        {
            Meta = form.Meta! with { Tag = document.Tags.ToFhirList() },
            Text = NarrativeText.FromText($"{title}\n{QuestionnaireWords.Of(answers)}"),
            Extension = [.. others, .. form.Extension, .. replaced],
            Identifier = id,
        };
    }
}
