using Hub.Adapters.FhirReading;
using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.Vkp;

/// <summary>An Encounter as a device event: a visit by camera or sound. Two profiles are in use: vkp-Encounter-v090 has class VR and the mode on the participant, vkp-digital-Encounter-v090 the mode as class.</summary>
internal static class VisitReader
{
    private const string Virtual = "VR";

    public static DeviceEvent? Read(Encounter visit, string path, string id, FhirSource source, Findings findings)
    {
        if (visit.Status is EncounterStatus.EnteredInError or EncounterStatus.Cancelled)
            findings.Fail(FhirErrors.NotTaken, $"{path}.status", "A visit that was not made is not taken here.");
        if (visit.Class is { } kind && !IsDigital(kind))
            findings.Fail(FhirErrors.NotTaken, $"{path}.class", "Only digital visits are taken: VR, or a code of vkp-encounter-class.");
        if (Terms.Time(visit.Period) is not { } time)
        {
            findings.Fail(IntakeErrors.Missing, $"{path}.period");
            return null;
        }

        if (findings.ClockFault(time.Start) is { } fault)
            findings.Fail(IntakeErrors.ClockOff, $"{path}.period", fault);
        for (var i = 1; i < visit.Participant.Count; i++)
            findings.LeaveOut($"{path}.participant[{i}]", "The event tells one who visited.");
        var actors = visit.Participant.Select(p => p.Individual).OfType<Reference>().ToList();
        return new DeviceEvent(id, DeviceEventType.Supervision, time)
        {
            Code = visit.Type.Count > 0 ? Terms.Merged(visit.Type) : null,
            Service = "dt",
            Device = DeviceExtensions.Camera(visit) ?? actors.Where(a => source.Resolve(a)?.Resource is Device).Select(a => Devices.Of(a, visit, source)).FirstOrDefault(),
            Text = DeviceExtensions.Note(visit),
            Responder = actors.Where(a => source.Resolve(a)?.Resource is not Device).Select(a => Parties.Of(a, source)).FirstOrDefault(p => p is not null),
            Mode = ModeOf(visit),
            Reason = visit.ReasonCode.Count > 0 ? Terms.Merged(visit.ReasonCode) : null,
            Identifiers = Terms.Ids(visit.Identifier),
        };
    }

    private static bool IsDigital(Hub.Fhir.Model.Coding kind) => kind.System == CodeSystems.VkpEncounterClass || kind.Code == Virtual;

    private static Concept? ModeOf(Encounter visit) =>
        visit.Participant.SelectMany(p => p.Type).FirstOrDefault() is { } mode ? Terms.Concept(mode)
        : visit.Class is { System: CodeSystems.VkpEncounterClass } kind ? new Concept([Terms.Coding(kind)])
        : null;
}
