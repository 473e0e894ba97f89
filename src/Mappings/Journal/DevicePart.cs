using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Journal;

/// <summary>An event of a device: the resource that VKP has for it (MedicationDispense, DetectedIssue, Encounter or Location) with the device and the place beside it, the time line, and the same in words.</summary>
internal static class DevicePart
{
    /// <summary>Sections, time line and entries.</summary>
    /// <returns>References to its entries.</returns>
    public static IReadOnlyList<Reference> Write(DeviceEvent content, JournalDocument document, MappingLedger ledger)
    {
        DeviceAccount.Write(content, ledger);
        document.Tag(content.Triage);
        document.Corrects(content, ledger);
        document.Identifiers.Add(HubIdentifiers.OfDeviceEvent(document.Envelope, content.EventId));
        document.Identifiers.AddRange(content.Identifiers.Select(FhirWords.Identifier).Where(i => i.Value is not null));
        var entries = Entries(content, document);
        document.Sections.Add(JournalSections.Of(VkpCompositionSections.Event, "Hendelse", string.Join('\n', DeviceWords.Event(content)), entries));
        var followUp = string.Join('\n', DeviceWords.FollowUp(content).Where(l => l.Length > 0));
        if (followUp.Length > 0)
            document.Sections.Add(JournalSections.Of(VkpCompositionSections.FollowUp, "Oppfølging", followUp));
        TimeLine(content, document);
        return entries;
    }

    private static List<Reference> Entries(DeviceEvent content, JournalDocument document)
    {
        var device = content.Device is { } info ? document.Device(info) : null;
        var place = content.Position is { } position ? document.Add(DeviceResources.Place(content, position, document)) : null;
        var resource = content.Type switch
        {
            DeviceEventType.Dispensed => DeviceResources.Dispense(content, document),
            DeviceEventType.Supervision => DeviceResources.Visit(content, document),
            DeviceEventType.Position => null,
            _ => (Resource)DeviceResources.Issue(content, document, device, place),
        };
        var entries = new List<Reference>(3);
        if (resource is not null)
            entries.Add(document.Add(resource));
        if (place is not null)
            entries.Add(place);
        if (device is not null)
            entries.Add(device);
        return entries;
    }

    // An event without steps was reported when it happened.
    private static void TimeLine(DeviceEvent content, JournalDocument document)
    {
        if (content.Steps.Count > 0)
            NoteEvents.WriteCoded(content.Steps, document);
        else
            document.Events.Add(new CompositionEvent { Code = [VkpCompositionEvents.Terms[VkpCompositionEvents.Reported].ToConcept()], Period = FhirTimes.Period(content.Time) });
    }
}
