using Hub.Core.Content;
using Hub.Core.Identities;
using CodeSystems = Hub.Fhir.Terminology.CodeSystems;

namespace Hub.UnitTests.Mappings;

/// <summary>Events of dispensers, alarms, cameras and positions, plain and rich.</summary>
internal static class SampleDevices
{
    private static readonly ClinicalTime At = new(new DateTimeOffset(2026, 3, 1, 8, 0, 5, TimeSpan.FromHours(1)));
    private static readonly Party Nurse = new(PartyRole.Practitioner, new Identifier(IdentifierSystems.Hpr, "9999999"), "Kari Sykepleier");

    public static IEnumerable<(string Name, HomeContent Content)> All()
    {
        foreach (var type in Enum.GetValues<DeviceEventType>())
            yield return ($"device-{type}-bare", new DeviceEvent("d-1", type, At));
        foreach (var (content, place) in Rich().Select((c, i) => (c, i)))
            yield return ($"device-{content.Type}-rich-{place}", content);
        foreach (var service in new[] { "ta", "gps", "md", "dt", "dho", "rt", "x" })
            yield return ($"device-alarm-{service}", new DeviceEvent("d-1", DeviceEventType.Alarm, At with { Precision = TimePrecision.Day }) { Service = service, Code = new Concept([new Coding("http://vendor.example/alarm", "7")], "Alarm"), Severity = 17 });
    }

    public static IReadOnlyList<DeviceEvent> Rich() => [Alarm(), Dispensed(), Dispensed() with { Dispensing = new Dispensing(null, null, null, null), Device = Dispenser() with { Identifiers = [new Identifier("https://vendor.example/serial", "PP-533")] } }, Visit(), Position()];

    private static DeviceInfo Dispenser() => new("Dispenser", "Evondo", "E300", "SN-9", [], new Concept([], "Pilledispenser"));

    private static DeviceEvent Alarm() => new("d-2", DeviceEventType.Alarm, At with { End = At.Start.AddMinutes(14) })
    {
        Triage = Triage.Red,
        Code = new Concept([new Coding(CodeSystems.VkpAlertCode, "3", "Trygghetsalarm")], "300 - Trygghetsalarm"),
        Service = "ta",
        Severity = 40,
        Device = new DeviceInfo("Smykke", null, "GPT3", "SN-17", [new Identifier("http://vendor.example/imei", "123456789101112")]),
        Text = "Har falt på badet",
        Steps =
        [
            new NoteEvent(new Concept([new Coding(CodeSystems.VkpCompositionEvent, "0")]), At),
            new NoteEvent(new Concept([new Coding(CodeSystems.VkpCompositionEvent, "8")], "samtale"), At with { End = At.Start.AddMinutes(2) }, "Snakket med bruker"),
            new NoteEvent(new Concept([new Coding("http://vendor.example/step", "x", "Nøkkel hentet")]), null),
        ],
        Responder = Nurse,
        Position = new GeoPosition(59.9216712m, 10.6861143m, 5.0m),
        Identifiers = [new Identifier("urn:ietf:rfc:3986", "urn:uuid:5f0d4a7e-6f7b-4f0a-9f64-0a2f64b1c111")],
    };

    private static DeviceEvent Dispensed() => new("d-3", DeviceEventType.Dispensed, At)
    {
        Code = new Concept([new Coding(CodeSystems.VkpMedicationDispenseEvent, "1.2", "medisin utlevert assistert")]),
        Service = "md",
        Device = Dispenser(),
        Text = "Husk øyedråper!",
        Responder = Nurse,
        Dispensing = new Dispensing(new Concept([new Coding("http://www.whocc.no/atc", "N02BE01")], "Paracetamol"), At.Start.AddMinutes(-5), new Quantity(2.0m, "{tbl}", "tabletter"), "POSE-7"),
    };

    private static DeviceEvent Visit() => new("d-4", DeviceEventType.Supervision, At with { End = At.Start.AddMinutes(1) })
    {
        Service = "dt",
        Device = new DeviceInfo("Kamera soverom", null, "RoomMate", null, []),
        Text = "Sover rolig",
        Responder = Nurse,
        Mode = new Concept([new Coding(CodeSystems.VkpEncounterMode, "0", "bildetilsyn anonymisert")]),
        Reason = new Concept([new Coding(CodeSystems.VkpEncounterReason, "1", "planlagt tilsyn")]),
    };

    private static DeviceEvent Position() => new("d-5", DeviceEventType.Position, At)
    {
        Service = "gps",
        Text = "Utenfor sonen",
        Position = new GeoPosition(-1.5m, -10m),
    };
}
