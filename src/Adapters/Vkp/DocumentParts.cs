using Hub.Adapters.FhirReading;
using Hub.Core.Content;
using Hub.Fhir.Model;

namespace Hub.Adapters.Vkp;

/// <summary>What came with a note.</summary>
internal static class DocumentParts
{
    /// <summary>Reads an entry; null for one that says nothing by itself (people, devices, addresses).</summary>
    public static DocumentPart? Read(FhirEntry entry, string id, JournalNote? note, FhirSource source)
    {
        if (entry.Resource is DetectedIssue issue)
            return Alarm(entry, issue, id, note, source);
        HomeContent? content = entry.Resource switch
        {
            Observation observation => ObservationReader.Read(observation, entry.ResourcePath, source, source.Whole),
            QuestionnaireResponse form => FormReader.Read(form, entry.ResourcePath, source, source.Whole),
            MedicationDispense dispense => DispenseReader.Read(dispense, entry.ResourcePath, EventId(dispense.Identifier, entry, id), note?.Time, source, source.Whole),
            Encounter visit => VisitReader.Read(visit, entry.ResourcePath, EventId(visit.Identifier, entry, id), source, source.Whole),
            Location place when PositionReader.Is(place) => PositionReader.Read(place, entry.ResourcePath, EventId(place.Identifier, entry, id), note?.Time, source.Whole),
            _ => null,
        };
        return content is null ? null : new DocumentPart(entry, content);
    }

    /// <summary>Whom a part says it is about, and by which element; null where it says nothing.</summary>
    public static (Reference? Subject, string Element) SubjectOf(Resource resource) => resource switch
    {
        DetectedIssue issue => (issue.Patient, "patient"),
        Observation observation => (observation.Subject, "subject"),
        QuestionnaireResponse form => (form.Subject, "subject"),
        MedicationDispense dispense => (dispense.Subject, "subject"),
        Encounter visit => (visit.Subject, "subject"),
        _ => (null, "subject"),
    };

    /// <summary>The parts, with the position on the alarm where there is one of each: who responds must know where.</summary>
    public static List<DocumentPart> WithPosition(List<DocumentPart> parts)
    {
        var events = parts.Select(p => p.Content).OfType<DeviceEvent>().ToList();
        return events.Where(e => e.Position is not null).ToList() is [var place] && events.Count(e => e.Type == DeviceEventType.Alarm) == 1
            ? [.. parts.Select(p => p.Content is DeviceEvent { Type: DeviceEventType.Alarm } alarm ? p with { Content = alarm with { Position = place.Position } } : p)]
            : parts;
    }

    // The alarms of devices are events of their own kind; the note keeps every alert as such.
    private static DocumentPart? Alarm(FhirEntry entry, DetectedIssue issue, string id, JournalNote? note, FhirSource source)
    {
        var alertId = issue.Identifier.Select(i => i.Value).FirstOrDefault(v => v is not null) ?? id;
        var author = note?.Authors is [var first, ..] ? first : null;
        if (IssueReader.Read(issue, entry.ResourcePath, alertId, NoteReader.Acknowledged(note), author, source, source.Whole) is not { } alert)
            return null;
        return new DocumentPart(entry, DeviceServices.IsDevice(alert.Code) ? AlarmReader.Of(alert, issue, note) : alert) { Issue = alert };
    }

    private static string EventId(IReadOnlyList<Identifier> identifiers, FhirEntry entry, string id) =>
        identifiers.Select(i => i.Value).FirstOrDefault(v => v is not null) ?? entry.FullUrl ?? id;
}

/// <summary>A content that came with the note.</summary>
/// <param name="Entry">The resource it was read from.</param>
/// <param name="Content">What it says.</param>
internal sealed record DocumentPart(FhirEntry Entry, HomeContent Content)
{
    /// <summary>The alert as the note tells it; null for other parts.</summary>
    public Alert? Issue { get; init; }
}
