using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Journal;

/// <summary>An alert: a DetectedIssue with its evidence, and the same in words. A closed alert has what was done as mitigation.</summary>
internal static class AlertPart
{
    private static readonly LedgerEntry AlertId = Line.To("AlertId", "DetectedIssue.identifier");
    private static readonly LedgerEntry Identifiers = Line.To("Identifiers", "DetectedIssue.identifier");
    private static readonly LedgerEntry Device = Line.To("Device", "DetectedIssue.author");
    private static readonly LedgerEntry Raised = Line.To("Time", "DetectedIssue.identifiedDateTime");
    private static readonly LedgerEntry Closed = Line.To("Time", "DetectedIssue.mitigation.date");
    private static readonly LedgerEntry State = Line.To("State", "DetectedIssue.mitigation");
    private static readonly LedgerEntry Code = Line.To("Code", "DetectedIssue.code");
    private static readonly LedgerEntry TriageLine = Line.To("Triage", "DetectedIssue.severity");
    private static readonly LedgerEntry Cause = Line.To("Cause", "DetectedIssue.detail");
    private static readonly LedgerEntry CausedBy = Line.To("CausedBy", "DetectedIssue.implicated.identifier");
    private static readonly LedgerEntry Action = Line.To("Action", "DetectedIssue.mitigation.action");
    private static readonly LedgerEntry ClosedBy = Line.To("ClosedBy", "DetectedIssue.mitigation.author");
    private static readonly LedgerEntry ClosedByInWords = Line.Moved("ClosedBy", "DetectedIssue.mitigation.action.text", "A mitigation takes only health personnel as author");

    /// <summary>Sections, time line and entries.</summary>
    public static void Write(Alert alert, JournalDocument document, MappingLedger ledger)
    {
        var entries = Entries(alert, document, ledger);
        var closed = alert.State == AlertState.Closed;
        document.Sections.Add(JournalSections.Of(VkpCompositionSections.Event, "Hendelse", EventWords(alert), entries));
        if (closed || alert.Action is not null || alert.ClosedBy is not null)
            document.Sections.Add(JournalSections.Of(VkpCompositionSections.FollowUp, "Oppfølging", FollowUpWords(alert)));
        document.Events.Add(new CompositionEvent
        {
            Code = [VkpCompositionEvents.Terms[closed ? VkpCompositionEvents.Acknowledged : VkpCompositionEvents.Reported].ToConcept()],
            Period = FhirTimes.Period(alert.Time),
        });
    }

    /// <summary>The DetectedIssue and the measurements behind it.</summary>
    public static IReadOnlyList<Reference> Entries(Alert alert, JournalDocument document, MappingLedger ledger)
    {
        var closed = alert.State == AlertState.Closed;
        ledger.Add(AlertId);
        ledger.Add(State);
        ledger.AddIf(alert.Identifiers.Count > 0, Identifiers);
        ledger.AddIf(alert.Device is not null, Device);
        document.Corrects(alert, ledger);
        ledger.Add(closed ? Closed : Raised);
        ledger.AddIf(alert.Code is not null, Code);
        ledger.AddIf(alert.Triage != Triage.None, TriageLine);
        ledger.AddIf(FhirWords.Text(alert.Cause) is not null, Cause);
        ledger.AddIf(alert.CausedBy.Count > 0, CausedBy);
        var evidence = alert.Evidence.SelectMany(m => JournalParts.Measurement(m, document, ledger.Under("Evidence", "Bundle.entry"))).ToArray();
        var issue = new DetectedIssue
        {
            Meta = new Meta { Profile = [VkpProfiles.DetectedIssue] },
            // The source's own identifiers come first: they are what the journal and the vendor both know the alert by.
            Identifier = [.. alert.Identifiers.Select(FhirWords.Identifier).Where(i => i.Value is not null), HubIdentifiers.OfAlert(document.Envelope, alert.AlertId)],
            Author = alert.Device is { } device ? document.Device(device) : null,
            Status = DetectedIssueStatus.Final,
            Code = CodeOf(alert.Code),
            Severity = SeverityOf(alert.Triage),
            Patient = document.Subject,
            Identified = closed ? null : FhirTimes.Point(alert.Time),
            Implicated = evidence.Concat(alert.CausedBy.Select(id => new Reference { Identifier = HubIdentifiers.OfEvent(document.Envelope, id) })).ToFhirList(),
            Detail = FhirWords.Text(alert.Cause) ?? ColourOf(alert.Triage),
            Mitigation = closed || alert.Action is not null || alert.ClosedBy is not null ? [Mitigation(alert, ledger)] : [],
        };
        return [document.Add(issue), .. evidence];
    }

    private static DetectedIssueMitigation Mitigation(Alert alert, MappingLedger ledger)
    {
        ledger.AddIf(FhirWords.Text(alert.Action) is not null, Action);
        var treater = alert.ClosedBy is { Role: PartyRole.Practitioner } by ? FhirParties.Reference(by) : null;
        ledger.AddIf(alert.ClosedBy is not null, treater is null ? ClosedByInWords : ClosedBy);
        var words = FhirWords.Text(alert.Action) ?? (alert.State == AlertState.Closed ? "Varselet er lukket" : "Tiltak");
        return new DetectedIssueMitigation
        {
            Action = new CodeableConcept { Text = treater is null && alert.ClosedBy is { } other ? $"{words} ({FhirParties.InWords(other)})" : words },
            Date = alert.State == AlertState.Closed ? FhirTimes.Start(alert.Time) : null,
            Author = treater,
        };
    }

    // The binding is required: an alert without a VKP code is one of digital home follow-up (5), and its own codes stand beside.
    private static CodeableConcept CodeOf(Concept? code)
    {
        var general = VkpAlertCodes.Terms[VkpAlertCodes.HomeFollowUp];
        if (FhirWords.Concept(code) is not { } given)
            return general.ToConcept();
        return given.Coding.Any(c => c.System == CodeSystems.VkpAlertCode && VkpAlertCodes.Terms.Find(c.Code) is not null)
            ? given
            : given with { Coding = [general.ToCoding(), .. given.Coding] };
    }

    private static string? SeverityOf(Triage triage) => triage switch
    {
        Triage.Red => DetectedIssueSeverity.High,
        Triage.Yellow => DetectedIssueSeverity.Moderate,
        Triage.Green => DetectedIssueSeverity.Low,
        _ => null,
    };

    private static string? ColourOf(Triage triage) => triage == Triage.None ? null : triage.ToString().ToLowerInvariant();

    private static string EventWords(Alert alert)
    {
        var lines = new List<string> { $"Varsel: {FhirWords.ForPeople(alert.Code) ?? "digital hjemmeoppfølging"}" };
        lines.Add(alert.State == AlertState.Raised ? $"Meldt {Times.Of(alert.Time)}" : $"Lukket {Times.Of(alert.Time)}");
        if (JournalWords.Light(alert.Triage) is { } light)
            lines.Add($"Alvorlighet: {light}");
        if (FhirWords.Text(alert.Cause) is { } cause)
            lines.Add($"Årsak: {cause}");
        return string.Join('\n', lines);
    }

    private static string FollowUpWords(Alert alert)
    {
        var lines = new List<string> { FhirWords.Text(alert.Action) is { } action ? $"Tiltak: {action}" : "Varselet er lukket" };
        if (alert.ClosedBy is { } by)
            lines.Add($"Lukket av: {FhirParties.InWords(by)}");
        return string.Join('\n', lines);
    }
}
