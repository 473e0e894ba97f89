using Hub.Adapters.FhirReading;
using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;

namespace Hub.Adapters.Siemens.Reading;

/// <summary>The three shapes in which an alert comes: DetectedIssue as VKP has it, Flag, and Communication of the category alert. The README beside this folder has the table.</summary>
internal static class AlertReader
{
    private const string Category = "http://terminology.hl7.org/CodeSystem/communication-category";
    private const string TakenBack = "Varselet er trukket tilbake av avsenderen.";

    /// <summary>A DetectedIssue. A mitigation with a time closes it.</summary>
    public static Alert? Read(DetectedIssue issue, FhirEntry entry, string alertId, FhirSource source, Findings findings, ISet<string> told)
    {
        var done = issue.Mitigation.FirstOrDefault(m => m.Date is not null);
        var closed = done?.Date is { } at ? Terms.Time(at) : null;
        var closing = done is null ? "" : $"{entry.ResourcePath}.mitigation[{issue.Mitigation.ToList().IndexOf(done)}]";
        told.Add($"{closing}.date");
        told.Add($"{closing}.author");
        if (closed is not null && findings.ClockFault(closed.Start) is { } fault)
            findings.Fail(IntakeErrors.ClockOff, $"{entry.ResourcePath}.mitigation.date", fault);
        var alert = IssueReader.Read(issue, entry.ResourcePath, alertId, closed, Parties.Of(done?.Author, source), source, findings);
        return alert is null ? null : Withdrawn(
            alert with
            {
                CausedBy = [.. issue.Implicated.Select(r => source.Resolve(r) is { } cause ? SourceIds.Of(cause) : r.Target).OfType<string>()],
                Evidence = Evidence(issue.Implicated, source),
            },
            issue.Status is DetectedIssueStatus.EnteredInError or DetectedIssueStatus.Cancelled);
    }

    /// <summary>A Flag: raised while it is active, closed when it no longer is.</summary>
    public static Alert? Read(Flag flag, FhirEntry entry, string alertId, FhirSource source, Findings findings)
    {
        var isActive = flag.Status == FlagStatus.Active;
        var time = isActive ? flag.Period?.Start : flag.Period?.End ?? flag.Period?.Start;
        if (Time(time, $"{entry.ResourcePath}.period", findings) is not { } at)
            return null;
        var code = AlertCodes.Read(flag.Code, $"{entry.ResourcePath}.code", findings);
        return Withdrawn(
            new Alert(alertId, isActive ? AlertState.Raised : AlertState.Closed, !isActive && flag.Period is { Start: { } start, End: { } end } ? Terms.Time(start, end) : at)
            {
                Triage = Lights.Of([.. flag.Category, .. flag.Code is { } coded ? [coded] : Array.Empty<CodeableConcept>()]),
                Code = code,
                Cause = code?.Text,
                Device = Devices.Of(flag.Author, flag, source) is { } device && source.Resolve(flag.Author)?.Resource is Device ? device : null,
                Identifiers = Terms.Ids(flag.Identifier),
                ClosedBy = isActive ? null : Parties.Of(flag.Author, source),
            },
            flag.Status == FlagStatus.EnteredInError);
    }

    /// <summary>A Communication of the category alert; others are letters and talk, which the vendor sends as notes that staff has chosen.</summary>
    public static Alert? Read(Communication told, FhirEntry entry, string alertId, FhirSource source, Findings findings)
    {
        var path = entry.ResourcePath;
        if (!told.Category.Any(c => c.Coding.Any(x => x.System == Category && x.Code == "alert")))
        {
            findings.Fail(FhirErrors.NotTaken, $"{path}.category", "Of Communications only those of the category alert are taken; what staff chose of a talk is sent as a Composition.");
            return null;
        }

        if (Time(told.Sent, $"{path}.sent", findings) is not { } at)
            return null;
        var light = Lights.Of([.. told.Category, .. told.ReasonCode]);
        var texts = told.Payload.Select(p => (p.Content as FhirString)?.Value).Concat(told.Note.Select(n => n.Text)).OfType<string>();
        var cause = string.Join("\n", texts);
        return Withdrawn(
            new Alert(alertId, AlertState.Raised, at)
            {
                Triage = light != Triage.None ? light : OfPriority(told.Priority),
                Code = told.ReasonCode.Count > 0 ? AlertCodes.Read(told.ReasonCode[0], $"{path}.reasonCode[0]", findings) : Terms.Concept(told.Topic),
                Cause = cause.Length == 0 ? null : cause,
                CausedBy = [.. told.About.Concat(told.ReasonReference).Select(r => source.Resolve(r) is { } about ? SourceIds.Of(about) : r.Target).OfType<string>()],
                Evidence = Evidence([.. told.About, .. told.ReasonReference], source),
                Device = source.Resolve(told.Sender)?.Resource is Device ? Devices.Of(told.Sender, told, source) : null,
                Identifiers = Terms.Ids(told.Identifier),
            },
            told.Status is EventStatus.EnteredInError or EventStatus.NotDone);
    }

    private static Alert Withdrawn(Alert alert, bool isWithdrawn) =>
        isWithdrawn ? alert with { State = AlertState.Closed, Action = alert.Action is null ? TakenBack : $"{alert.Action}\n{TakenBack}" } : alert;

    private static ClinicalTime? Time(FhirDateTime? time, string path, Findings findings)
    {
        if (time is not { } at)
        {
            findings.Fail(IntakeErrors.Missing, path, "An alert has a time.");
            return null;
        }

        var read = Terms.Time(at);
        if (findings.ClockFault(read.Start) is not { } fault)
            return read;
        findings.Fail(IntakeErrors.ClockOff, path, fault);
        return null;
    }

    // What the values themselves are at fault for is told with their own entries.
    private static IReadOnlyList<Measurement> Evidence(IReadOnlyList<Reference> references, FhirSource source) =>
    [
        .. references.Select(source.Resolve).OfType<FhirEntry>().Where(e => e.Resource is Observation && !Supporting.Is(e.Resource))
            .Select(e => MeasurementReader.Read((Observation)e.Resource, e, source, source.NewFindings(), new HashSet<string>())).OfType<Measurement>(),
    ];

    // The modelled vendor marks an alert that nobody may wait for as stat or asap, and one to be seen the same day as urgent (FHIR R4 request-priority).
    private static Triage OfPriority(string? priority) => priority switch
    {
        RequestPriority.Stat or RequestPriority.Asap => Triage.Red,
        RequestPriority.Urgent => Triage.Yellow,
        _ => Triage.None,
    };
}
