using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Journal;

/// <summary>The patient was included, paused or ended: a note in words, with the state as a tag for machines.</summary>
internal static class StatusPart
{
    private const string StateSystem = "urn:hub:follow-up-state";
    private static readonly LedgerEntry State = Line.To("State", "Composition.meta.tag");
    private static readonly LedgerEntry Time = Line.To("Time", "Composition.section.text");
    private static readonly LedgerEntry Reason = Line.To("Reason", "Composition.section.text");
    private static readonly LedgerEntry DecidedBy = Line.To("DecidedBy", "Composition.author");
    private static readonly LedgerEntry TriageLine = Line.To("Triage", "Composition.meta.tag");

    /// <summary>Writes the status.</summary>
    public static void Write(PatientStatus status, JournalDocument document, MappingLedger ledger)
    {
        ledger.Add(State);
        ledger.Add(Time);
        ledger.AddIf(FhirWords.Text(status.Reason) is not null, Reason);
        ledger.AddIf(status.DecidedBy is not null, DecidedBy);
        ledger.AddIf(status.Triage != Triage.None, TriageLine);
        document.Tag(status.Triage);
        document.Corrects(status, ledger);
        document.Tags.Add(new Hub.Fhir.Model.Coding { System = StateSystem, Code = status.State.ToString().ToLowerInvariant() });
        var lines = new List<string> { $"Pasienten er {Words(status.State)} fra {Times.Of(status.Time with { End = null })}" };
        if (status.Time.End is { } end)
            lines.Add($"Fram til {Times.Of(status.Time with { Start = end, End = null })}");
        if (FhirWords.Text(status.Reason) is { } reason)
            lines.Add($"Årsak: {reason}");
        if (status.DecidedBy is { } by)
            lines.Add($"Besluttet av: {FhirParties.InWords(by)}");
        document.Sections.Add(JournalSections.Of(VkpCompositionSections.FollowUp, "Status", string.Join('\n', lines)));
    }

    private static string Words(FollowUpState state) => state switch
    {
        FollowUpState.Included => "tatt inn i digital hjemmeoppfølging",
        FollowUpState.Paused => "satt på pause i digital hjemmeoppfølging",
        _ => "avsluttet i digital hjemmeoppfølging",
    };
}
