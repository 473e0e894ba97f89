using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Letters;

/// <summary>An event of a device: what happened and what was done about it.</summary>
internal static class DeviceLetter
{
    public static Letter Of(DeviceEvent content, MappingLedger ledger)
    {
        Account(content, ledger);
        var problem = new LetterLines();
        problem.Add(DeviceWords.Event(content));
        if (content.Corrects is { } corrected)
            problem.Add("Retter tidligere melding med nummer", corrected);
        var course = new LetterLines();
        course.Add(DeviceWords.FollowUp(content).Where(l => l.Length > 0));
        return new Letter(DeviceWords.Title(content), content.Time, [.. problem.Section(LetterTopic.Problem), .. course.Section(LetterTopic.Course)])
        {
            Author = content.Responder is { Role: PartyRole.Practitioner } by ? by : null,
        };
    }

    private static void Account(DeviceEvent content, MappingLedger ledger)
    {
        const string numbers = "The source's own numbers mean nothing to the receiver";
        const string named = "Name and serial number tell the device";
        ledger.Add(Line.Left("EventId", numbers));
        foreach (var (field, present, topic) in new[]
        {
            ("Type", true, LetterTopic.Problem), ("Time", true, LetterTopic.Problem), ("Code", content.Code is not null, LetterTopic.Problem),
            ("Service", content.Service is not null, LetterTopic.Problem), ("Severity", content.Severity is not null, LetterTopic.Problem),
            ("Triage", content.Triage != Triage.None, LetterTopic.Problem), ("Corrects", content.Corrects is not null, LetterTopic.Problem),
            ("Device", content.Device is not null, LetterTopic.Problem), ("Text", FhirWords.Text(content.Text) is not null, LetterTopic.Problem),
            ("Dispensing", content.Dispensing is not null, LetterTopic.Problem), ("Position", content.Position is not null, LetterTopic.Problem),
            ("Mode", content.Mode is not null, LetterTopic.Problem), ("Reason", content.Reason is not null, LetterTopic.Problem),
            ("Steps", content.Steps.Count > 0, LetterTopic.Course), ("Responder", content.Responder is not null, LetterTopic.Course),
        })
            ledger.AddIf(present, Line.To(field, topic.Name));
        ledger.AddIf(content.Service is { } service && DeviceWords.Services(service) is not null, Line.Moved("Service", LetterTopic.Problem.Name, "The name of the service stands for VKP's short code"));
        ledger.AddIf(content.Identifiers.Count > 0, Line.Left("Identifiers", numbers));
        ledger.AddIf(content.Device?.Identifiers.Count > 0, Line.Left("Device.Identifiers", named));
        ledger.AddIf(content.Device?.Type is not null, Line.Left("Device.Type", named));
        ledger.AddIf(content.Device?.Gateway is not null, Line.Left("Device.Gateway", named));
    }
}
