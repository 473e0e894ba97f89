using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Mappings.Journal;

namespace Hub.Mappings.Fhir.Questionnaires;

/// <summary>The parts of an answered form as entries of a transaction.</summary>
internal static class FormTransaction
{
    private const string Replaces = "urn:hub:extension:replaces";

    // What the parts of the journal write into the Composition stands elsewhere here.
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["Composition.section.title"] = "QuestionnaireResponse.text",
        ["Composition.meta.tag"] = "QuestionnaireResponse.meta.tag",
        ["Composition.relatesTo"] = $"QuestionnaireResponse.extension({Replaces})",
    };

    /// <summary>The account of a journal document with the places of a transaction.</summary>
    public static IReadOnlyList<LedgerEntry> Account(IReadOnlyList<LedgerEntry> lines) =>
        [.. lines.Select(l => l.Target is { } target && Places.TryGetValue(target, out var place) ? l with { Target = place } : l)];

    /// <summary>A create that changes nothing when it is repeated: made only where no resource has the identifier.</summary>
    public static BundleEntryRequest Once(Resource resource, Identifier id) =>
        new() { Method = HttpVerb.Post, Url = resource.GetType().Name, IfNoneExist = $"identifier={Uri.EscapeDataString($"{id.System}|{id.Value}")}" };

    /// <summary>The entries: the answers first. What stands in the Composition of a journal document is in them.</summary>
    public static IEnumerable<BundleEntry> Entries(QuestionnaireAnswers answers, JournalDocument document)
    {
        // The first entry is the Composition, which a journal of resources has no use for.
        var parts = document.ToBundle().Entry.Skip(1).ToArray();
        for (var i = 0; i < parts.Length; i++)
        {
            var id = HubIdentifiers.OfDelivery(i == 0 ? document.Id : $"{document.Id}.{i}");
            var resource = parts[i].Resource switch
            {
                QuestionnaireResponse form => Form(form, id, answers, document),
                Observation score => score with { Identifier = [id, .. score.Identifier] },
                var other => other,
            };
            yield return parts[i] with
            {
                Resource = resource,
                Request = Once(resource!, id),
            };
        }
    }

    private static QuestionnaireResponse Form(QuestionnaireResponse form, Identifier id, QuestionnaireAnswers answers, JournalDocument document)
    {
        var others = new[] { HubIdentifiers.OfEvent(document.Envelope, document.Envelope.SourceId) }.Concat(form.Identifier is { } own ? [own] : []).Select(i => new Extension { Url = HubExtensions.Identifier, Value = i });
        var replaced = FhirWords.Text(answers.Corrects) is { } corrected ? [new Extension { Url = Replaces, Value = HubIdentifiers.OfEvent(document.Envelope, corrected) }] : Array.Empty<Extension>();
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
