using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Journal;

/// <summary>What became of each field of an event.</summary>
internal static class DeviceAccount
{
    private const string Words = "Composition.section.text";

    public static void Write(DeviceEvent content, MappingLedger ledger)
    {
        var (resource, time, code) = content.Type switch
        {
            DeviceEventType.Dispensed => ("MedicationDispense", "whenHandedOver", "category"),
            DeviceEventType.Supervision => ("Encounter", "period", "type"),
            DeviceEventType.Position => ("Location", "extension(additionalpositiondata)", "type"),
            _ => ("DetectedIssue", "identified", "code"),
        };
        foreach (var (field, present, target) in new[]
        {
            ("EventId", true, "Composition.extension(identifier)"), ("Type", true, resource), ("Time", true, $"{resource}.{time}"), ("Code", content.Code is not null, content.Type == DeviceEventType.Position ? Words : $"{resource}.{code}"),
            ("Identifiers", content.Identifiers.Count > 0, "Composition.extension(identifier)"), ("Device", content.Device is not null, "Device"),
            ("Position", content.Position is not null, "Location.position"), ("Triage", content.Triage != Triage.None, "Composition.meta.tag"),
            ("Text", FhirWords.Text(content.Text) is not null, Words), ("Dispensing", content.Dispensing is not null, content.Type == DeviceEventType.Dispensed ? "MedicationDispense" : Words),
            ("Responder", content.Responder is not null, "Composition.author"), ("Steps", content.Steps.Count > 0, "Composition.event"),
            ("Mode", content.Mode is not null, content.Type == DeviceEventType.Supervision ? "Encounter.participant.type" : Words),
            ("Reason", content.Reason is not null, content.Type == DeviceEventType.Supervision ? "Encounter.reasonCode" : Words),
            ("Severity", content.Severity is not null, Words),
        })
            ledger.AddIf(present, Line.To(field, target));
        ledger.AddIf(
            content.Steps.Any(s => !NoteEvents.IsCoded(s)) || (content.Type != DeviceEventType.Supervision && (content.Mode ?? content.Reason) is not null),
            Line.Left("Codings.System", "Where a code stands in words only, a code system that has no name that people know is left out"));
        ledger.AddIf(content.Service is not null, Line.Moved("Service", Words, "The name of the service stands for VKP's short code"));
    }
}
