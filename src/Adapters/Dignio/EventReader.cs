using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Dignio;

/// <summary>One event: what every type has, and the body of its own type.</summary>
internal static class EventReader
{
    private const int LongestId = 200;

    private static readonly Shape Event = new(
        "eventId", "type", "patient", "occurredAt", "recordedAt", "triage", "corrects", "correlation",
        "measurement", "alert", "note", "chat", "questionnaire", "plan", "status", "trend", "handover");

    private static readonly string[] Bodies = ["measurement", "alert", "note", "chat", "questionnaire", "plan", "status", "trend", "handover"];

    private static readonly Choices<ContentKind> Types = new(
        ("measurement", ContentKind.Measurement), ("alert", ContentKind.Alert), ("note", ContentKind.Note), ("chat", ContentKind.Chat),
        ("questionnaire", ContentKind.Questionnaire), ("plan", ContentKind.Plan), ("status", ContentKind.Status),
        ("trend", ContentKind.Trend), ("handover", ContentKind.Handover));

    public static ParsedEntry Read(JsonElement element, string path, InboundMessage input)
    {
        var findings = new Findings(input);
        var at = Fields.Read(element, Event, findings, path);
        if (at is null)
            return new ParsedEntry(path, [], findings.Errors, []);

        var id = Id(at, "eventId", required: true);
        var type = at.Choice("type", Types, required: true, IntakeErrors.UnknownKind);
        var patient = PatientReader.Read(at);
        var time = at.Time("occurredAt", required: true);
        var triage = at.Choice("triage", Words.TriageLevels) ?? Triage.None;
        var corrects = Id(at, "corrects");
        var correlation = Id(at, "correlation");
        OnlyOwnBody(at, type);
        var content = type is { } kind ? Body(at, kind, time) : null;
        RecordedAt(at, content);

        if (findings.Errors.Count > 0 || id is null || patient is null || content is null)
            return new ParsedEntry(id ?? path, [], findings.Errors, findings.Repairs);

        var parsed = new ParsedEvent(id, patient, Finish(content, triage, corrects, at), Fingerprint.Of(element))
        {
            Correlation = correlation ?? AlertOf(content),
            LeftOut = findings.LeftOut,
        };
        return new ParsedEntry(id, [parsed], [], findings.Repairs);
    }

    // Ids end up in headers, logs and file names of other systems.
    private static string? Id(Fields at, string name, bool required = false)
    {
        if (at.Text(name, required, LongestId) is not { } id)
            return null;
        if (!id.Any(char.IsControl))
            return id;
        at.Fail(IntakeErrors.BadFormat, name, "The id holds a line break or another control character.");
        return null;
    }

    private static HomeContent? Body(Fields at, ContentKind kind, ClinicalTime? time) => kind switch
    {
        ContentKind.Measurement => MeasurementReader.Read(at, time),
        ContentKind.Alert => AlertReader.Read(at, time),
        ContentKind.Note => NoteReader.Read(at, time),
        ContentKind.Chat => ChatReader.Read(at, time),
        ContentKind.Questionnaire => QuestionnaireReader.Read(at, time),
        ContentKind.Plan => PlanReader.Read(at, time),
        ContentKind.Trend => TrendReader.Read(at, time),
        ContentKind.Handover => HandoverReader.Read(at, time),
        _ => StatusReader.Read(at, time),
    };

    // A body of another type would be lost: the type decides which one is read.
    private static void OnlyOwnBody(Fields at, ContentKind? type)
    {
        foreach (var body in Bodies)
        {
            if (type is not null && at.Has(body) && body != type.Value.Name())
                at.Findings.Fail(IntakeErrors.UnknownField, at.PathOf(body), "An event has the body of its own type only; send another event for this.");
        }
    }

    private static void RecordedAt(Fields at, HomeContent? content)
    {
        if (at.Time("recordedAt") is not null && content is not null and not Measurement)
            at.Findings.LeaveOut(at.PathOf("recordedAt"), "Only measurements carry the time at which they were recorded.");
    }

    private static HomeContent Finish(HomeContent content, Triage triage, string? corrects, Fields at) =>
        content is Measurement measured
            ? measured with
            {
                Triage = triage,
                Corrects = corrects,
                Status = corrects is null ? "final" : "corrected",
                Issued = at.Has("recordedAt") ? at.Time("recordedAt")?.Start : null,
            }
            : triage == Triage.None && corrects is null ? content : content with { Triage = triage, Corrects = corrects };

    private static string? AlertOf(HomeContent content) => content switch
    {
        Alert alert => alert.AlertId,
        JournalNote note => note.FollowsAlert,
        _ => null,
    };
}
