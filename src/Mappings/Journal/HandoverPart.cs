using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;
using Hub.Mappings.Fhir.Plans;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Journal;

/// <summary>A handover: what was agreed under its own headings, who takes over from whom and when, the last values and the plan in force, in words and as entries.</summary>
internal static class HandoverPart
{
    private static readonly LedgerEntry HandoverId = Line.To("HandoverId", "Composition.identifier");
    private static readonly LedgerEntry Time = Line.To("Time", "Composition.section.text");
    private static readonly LedgerEntry From = Line.To("From", "Composition.section.text");
    private static readonly LedgerEntry To = Line.To("To", "Composition.section.text");
    private static readonly LedgerEntry Stage = Line.To("Stage", "Composition.section.text");
    private static readonly LedgerEntry Reason = Line.To("Reason", "Composition.section.text");
    private static readonly LedgerEntry Author = Line.To("Author", "Composition.section.text");
    private static readonly LedgerEntry Services = Line.To("Services", "Composition.section.text");
    private static readonly LedgerEntry ServiceList = Line.Left("Services.System", "The words name the service of the national list (Volven 9151)");
    private static readonly LedgerEntry Summary = Line.To("Summary", "Composition.section");
    private static readonly LedgerEntry LastValues = Line.To("LastValues", "Observation");
    private static readonly LedgerEntry Plan = Line.To("Plan", "CarePlan");
    private static readonly LedgerEntry TriageLine = Line.To("Triage", "Composition.meta.tag");

    /// <summary>Writes the handover.</summary>
    /// <returns>References to its entries.</returns>
    public static IReadOnlyList<Reference> Write(CareHandover handover, JournalDocument document, MappingLedger ledger)
    {
        Account(handover, ledger);
        document.Tag(handover.Triage);
        document.Corrects(handover, ledger);
        document.Identifiers.Add(HubIdentifiers.OfHandover(document.Envelope, handover.HandoverId));
        document.Sections.Add(JournalSections.Of(VkpCompositionSections.Event, "Overføring av ansvar", string.Join('\n', Transfer(handover))));
        foreach (var section in handover.Summary)
            document.Sections.Add(JournalSections.Of(section, top: true, []));
        var values = TrendPart.Entries(handover.LastValues, document, ledger.Under("LastValues", "Bundle.entry"));
        if (handover.LastValues.Count > 0)
            document.Sections.Add(JournalSections.Of(VkpCompositionSections.Event, "Siste målinger", string.Join('\n', TrendPart.Words(handover.LastValues, document)), values));
        if (handover.Plan is not { } plan)
            return values;
        var entry = document.Add(CarePlanWriting.Write(plan, new CarePlanFrame(document.Envelope, document.Subject, null, []), ledger.Under("Plan", "Bundle.entry")));
        document.Sections.Add(JournalSections.Of(VkpCompositionSections.FollowUp, "Egenbehandlingsplan", Words(plan, document), [entry]));
        return [.. values, entry];
    }

    private static void Account(CareHandover handover, MappingLedger ledger)
    {
        ledger.Add(HandoverId);
        ledger.Add(Time);
        ledger.Add(Stage);
        ledger.AddIf(handover.Reason is not null, Reason);
        ledger.AddIf(handover.Summary.Count > 0, Summary);
        ledger.AddIf(handover.From is not null, From);
        ledger.AddIf(handover.To is not null, To);
        ledger.AddIf(handover.Author is not null, Author);
        ledger.AddIf(handover.Services.Count > 0, Services);
        ledger.AddIf(handover.Services.Any(s => s.System == ServiceNames.List), ServiceList);
        ledger.AddIf(handover.LastValues.Count > 0, LastValues);
        ledger.AddIf(handover.Plan is not null, Plan);
        ledger.AddIf(handover.Triage != Triage.None, TriageLine);
    }

    private static IEnumerable<string> Transfer(CareHandover handover)
    {
        yield return $"{HandoverLetter.Headline(handover.Stage)}: {Times.Of(handover.Time)}";
        if (handover.Reason is { } reason)
            yield return $"Begrunnelse: {reason}";
        if (handover.From is { } giver)
            yield return $"Fra: {Parties.Of(giver)}";
        if (handover.To is { } taker)
            yield return $"Til: {Parties.Of(taker)}";
        if (handover.Author is { } author)
            yield return $"Skrevet av: {Parties.Of(author)}";
        if (handover.Services.Count > 0)
            yield return $"Tjenester: {string.Join("; ", handover.Services.Select(HandoverLetter.Service))}";
        if (JournalWords.Light(handover.Triage) is { } light)
            yield return $"Alvorlighet: {light}";
    }

    private static string Words(SelfTreatmentPlan plan, JournalDocument document) =>
        string.Join('\n', PlanLetter.Sections(plan, new MappingLedger(document.Envelope)).Select(s => s.Text));
}
