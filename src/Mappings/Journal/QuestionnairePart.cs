using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Journal;

/// <summary>An answered form: a QuestionnaireResponse, an Observation for each score, and everything in words.</summary>
internal static class QuestionnairePart
{
    private static readonly LedgerEntry FormId = Line.To("FormId", "QuestionnaireResponse.questionnaire");
    private static readonly LedgerEntry FormVersion = Line.To("FormVersion", "QuestionnaireResponse.questionnaire");
    private static readonly LedgerEntry FormTitle = Line.To("FormTitle", "Composition.section.title");
    private static readonly LedgerEntry Time = Line.To("Time", "QuestionnaireResponse.authored");
    private static readonly LedgerEntry Status = Line.To("Status", "QuestionnaireResponse.status");
    private static readonly LedgerEntry Items = Line.To("Items", "QuestionnaireResponse.item");
    private static readonly LedgerEntry Scores = Line.To("Scores", "Observation");
    private static readonly LedgerEntry Answerer = Line.To("Answerer", "QuestionnaireResponse.source");
    private static readonly LedgerEntry AnswererAsAuthor = Line.To("Answerer", "QuestionnaireResponse.author");
    private static readonly LedgerEntry Identifiers = Line.To("Identifiers", "QuestionnaireResponse.identifier");
    private static readonly LedgerEntry TriageLine = Line.To("Triage", "Composition.meta.tag");

    /// <summary>Writes the form.</summary>
    /// <returns>References to its entries.</returns>
    public static IReadOnlyList<Reference> Write(QuestionnaireAnswers answers, JournalDocument document, MappingLedger ledger)
    {
        Account(answers, ledger);
        document.Tag(answers.Triage);
        document.Corrects(answers, ledger);
        var form = document.Add(Response(answers, document));
        var scores = answers.Scores.SelectMany(s => JournalParts.Measurement(AsMeasurement(s, answers, document.Envelope), document, ledger.Under("Scores.As", "Bundle.entry"), [form]));
        Reference[] entries = [form, .. scores];
        document.Sections.Add(JournalSections.Of(
            VkpCompositionSections.Event, FhirWords.Text(answers.FormTitle) ?? "Besvart skjema", QuestionnaireWords.Of(answers), entries));
        return entries;
    }

    private static void Account(QuestionnaireAnswers answers, MappingLedger ledger)
    {
        ledger.Add(FormId);
        ledger.Add(Time);
        ledger.Add(Status);
        ledger.AddIf(answers.FormVersion is not null, FormVersion);
        ledger.AddIf(answers.FormTitle is not null, FormTitle);
        ledger.AddIf(answers.Items.Count > 0, Items);
        ledger.AddIf(answers.Scores.Count > 0, Scores);
        ledger.AddIf(answers.Answerer is not null, IsSource(answers.Answerer) ? Answerer : AnswererAsAuthor);
        ledger.AddIf(answers.Identifiers.Count > 0, Identifiers);
        ledger.AddIf(answers.Triage != Triage.None, TriageLine);
    }

    private static QuestionnaireResponse Response(QuestionnaireAnswers answers, JournalDocument document)
    {
        var identifiers = answers.Identifiers.Select(FhirWords.Identifier).Where(i => i.Value is not null).ToArray();
        var answerer = FhirParties.Reference(answers.Answerer);
        var isSource = IsSource(answers.Answerer);
        return new QuestionnaireResponse
        {
            Meta = new Meta { Profile = [VkpProfiles.QuestionnaireResponse] },
            Extension = identifiers.Skip(1).Select(i => new Extension { Url = HubExtensions.Identifier, Value = i }).ToFhirList(),
            Identifier = identifiers.FirstOrDefault(),
            Questionnaire = Canonical(answers, document.Envelope),
            Status = answers.Status,
            Subject = document.Subject,
            Authored = FhirTimes.Start(answers.Time),
            Author = isSource ? null : answerer,
            Source = answerer is null ? document.Subject : isSource ? answerer : null,
            Item = QuestionnaireItems.Of(answers.Items),
        };
    }

    // QuestionnaireResponse.source takes people only; organisations and systems can be the author.
    private static bool IsSource(Party? answerer) => answerer?.Role is null or PartyRole.Patient or PartyRole.Practitioner or PartyRole.RelatedPerson;

    private static string Canonical(QuestionnaireAnswers answers, Envelope envelope)
    {
        var form = Uri.IsWellFormedUriString(answers.FormId, UriKind.Absolute) ? answers.FormId : HubIdentifiers.FormUri(envelope, answers.FormId);
        return FhirWords.Text(answers.FormVersion) is { } version ? $"{form}|{Uri.EscapeDataString(version)}" : form;
    }

    private static Measurement AsMeasurement(FormScore score, QuestionnaireAnswers answers, Envelope envelope)
    {
        var kind = score.What == MeasurementKind.Other ? "form-score" : score.What;
        var unit = Measurements.Find(kind)?.Unit ?? "{score}";
        return new Measurement(kind, answers.Time)
        {
            Value = Measured.Of(score.Value, unit),
            Codes = new Concept(FhirWords.Text(score.ScaleId) is { } scale ? [new Hub.Core.Content.Coding($"{HubIdentifiers.FormUri(envelope, answers.FormId)}:scale", scale)] : [], score.Name),
            Interpretation = score.Interpretation,
            Thresholds = [.. Scale(score, unit), .. score.Thresholds],
        };
    }

    private static IEnumerable<Threshold> Scale(FormScore score, string unit)
    {
        if (score.Maximum is { } top)
            yield return new Threshold(Triage.None, Least(score, unit), new Hub.Core.Content.Quantity(top, unit), score.Minimum is null ? "Høyeste mulige skår" : "Mulige skår");
        else if (Least(score, unit) is { } least)
            yield return new Threshold(Triage.None, least, null, "Laveste mulige skår");
    }

    private static Hub.Core.Content.Quantity? Least(FormScore score, string unit) => score.Minimum is { } least ? new(least, unit) : null;
}
