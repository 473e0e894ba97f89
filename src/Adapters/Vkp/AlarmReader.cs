using Hub.Adapters.FhirReading;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Coding = Hub.Core.Content.Coding;

namespace Hub.Adapters.Vkp;

/// <summary>A DetectedIssue of a device (alert codes 1 to 4, 6 and 7) as a device event. In a document the time line and the people of the note tell what was done about it.</summary>
internal static class AlarmReader
{
    public static DeviceEvent Of(Alert alert, DetectedIssue issue, JournalNote? note)
    {
        var level = SeverityLevels.Read(issue.Extension);
        var measures = alert.Action is { } action
            ? [new NoteEvent(new Concept([new Coding(CodeSystems.VkpCompositionEvent, VkpCompositionEvents.Measure)]), null, action)]
            : Array.Empty<NoteEvent>();
        return new DeviceEvent(alert.AlertId, DeviceEventType.Alarm, alert.Time)
        {
            Triage = Lights.Graver(alert.Triage, SeverityLevels.Light(level)),
            Code = alert.Code,
            Service = DeviceServices.Of(alert.Code),
            Severity = level,
            Device = alert.Device,
            Text = alert.Cause,
            Steps = [.. note?.Events ?? [], .. measures],
            Responder = alert.ClosedBy,
            Identifiers = alert.Identifiers,
        };
    }

    /// <summary>One that comes by itself, without a note.</summary>
    public static HomeContent? Read(DetectedIssue issue, string path, string id, FhirSource source, Hub.Adapters.Json.Findings findings)
    {
        if (issue.Status == DetectedIssueStatus.EnteredInError)
            findings.Fail(FhirErrors.NotTaken, $"{path}.status", "An alert that is taken back is not taken here.");
        return IssueReader.Read(issue, path, id, null, null, source, findings) is not { } alert ? null
            : DeviceServices.IsDevice(alert.Code) ? Of(alert, issue, null)
            : alert;
    }
}
