using System.Security.Cryptography;
using System.Text;
using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Simulators.Response;

/// <summary>Writes the documents of one patient's day.</summary>
internal sealed class ResponseDocument(int seed, int place, string patient)
{
    private static readonly CodeableConcept Note = new() { Coding = [new Coding { System = CodeSystems.Loinc, Code = "34133-9" }], Text = "Journalnotat" };
    private int _next;

    private Reference Subject => new() { Identifier = new Identifier { System = patient[0] is >= '4' and <= '7' ? IdentifierSystems.Dnr : IdentifierSystems.Fnr, Value = patient } };

    public ResponseEvent Write(string what, DateTimeOffset at, string title, string text, FhirList<CompositionEvent> steps, IReadOnlyList<Resource> resources)
    {
        var device = new Device
        {
            Identifier = [new Identifier { System = "https://response.example/devices", Value = $"D-{seed}-{place}" }],
            SerialNumber = $"SN-{seed}-{place}",
            DeviceName = [new DeviceName { Name = "Trygghetssmykke", Type = DeviceNameType.UserFriendlyName }],
        };
        var entries = resources.Select(r => new BundleEntry { FullUrl = Uuid("entry"), Resource = r }).ToList();
        if (resources.Any(r => r is DetectedIssue))
        {
            var url = Uuid("device");
            entries = [.. entries.Select(e => e.Resource is DetectedIssue issue ? e with { Resource = issue with { Author = new Reference { Target = url } } } : e), new BundleEntry { FullUrl = url, Resource = device }];
        }

        var composition = new Composition
        {
            Meta = new Meta { Profile = [VkpProfiles.Composition] },
            Status = CompositionStatus.Final,
            Type = Note,
            Category = [new CodeableConcept { Coding = [VkpCompositionCategories.Terms[VkpCompositionCategories.SafetyAndCoping].ToCoding()] }],
            Subject = Subject,
            Date = FhirDateTime.FromInstant(at),
            Author = [new Reference { Type = "Practitioner", Identifier = new Identifier { System = IdentifierSystems.Hpr, Value = "9990002" }, Display = "Olav Vaktmann" }],
            Title = title,
            Event = steps,
            Section =
            [
                new CompositionSection
                {
                    Title = "Beskrivelse av hendelse",
                    Code = VkpCompositionSections.Terms[VkpCompositionSections.Event].ToConcept(),
                    Text = NarrativeText.FromText(text),
                    Entry = entries.Select(e => new Reference { Target = e.FullUrl }).ToFhirList(),
                },
            ],
        };
        var bundle = new Bundle
        {
            Identifier = new Identifier { System = IdentifierSystems.Uri, Value = Uuid("document") },
            Type = BundleType.Document,
            Timestamp = FhirDateTime.FromInstant(at),
            Entry = [new BundleEntry { FullUrl = Uuid("composition"), Resource = composition }, .. entries],
        };
        return new ResponseEvent(what, at, FhirJson.ToBytes(bundle), resources.Count);
    }

    public DetectedIssue Issue(string code, DateTimeOffset at, string severity) => new()
    {
        Meta = new Meta { Profile = [VkpProfiles.DetectedIssue] },
        Extension = [new Extension { Url = VkpExtensions.SeverityLevel, Value = new CodeableConcept { Coding = [new Coding { System = VkpExtensions.SeverityLevelSet, Code = severity }] } }],
        Identifier = [Id("issue")],
        Status = DetectedIssueStatus.Final,
        Code = VkpAlertCodes.Terms[code].ToConcept(),
        Patient = Subject,
        Identified = FhirDateTime.FromInstant(at),
    };

    public MedicationDispense Dispense(string code, DateTimeOffset at) => new()
    {
        Meta = new Meta { Profile = [VkpProfiles.MedicationDispense] },
        Extension =
        [
            new Extension
            {
                Url = VkpExtensions.MedicationDispenseDevice,
                Extension =
                [
                    new Extension { Url = "identifier", Value = $"PP-{seed}-{place}" },
                    new Extension { Url = "displayName", Value = "Dispenser kjøkken" },
                    new Extension { Url = "type", Value = "Pilledispenser" },
                ],
            },
        ],
        Identifier = [Id("dispense")],
        Status = MedicationDispenseStatus.Completed,
        Category = new CodeableConcept { Coding = [VkpMedicationDispenseEvents.Terms[code].ToCoding()] },
        Medication = new CodeableConcept { Text = "Ukjent medisin" },
        Subject = Subject,
        Performer = [new MedicationDispensePerformer { Actor = new Reference { Identifier = new Identifier { System = "https://dispenser.example/serial", Value = $"PP-{seed}-{place}" }, Display = "Multidosedispenser" } }],
        WhenHandedOver = FhirDateTime.FromInstant(at),
    };

    public Encounter Visit(string reason, string mode, DateTimeOffset from, DateTimeOffset to) => new()
    {
        Meta = new Meta { Profile = [VkpProfiles.Encounter] },
        Identifier = [Id("visit")],
        Status = EncounterStatus.Finished,
        Class = new Coding { System = CodeSystems.ActCode, Code = "VR", Display = "virtual" },
        Subject = Subject,
        Participant =
        [
            new EncounterParticipant
            {
                Type = [VkpEncounterModes.Terms[mode].ToConcept()],
                Individual = new Reference { Type = "Practitioner", Identifier = new Identifier { System = IdentifierSystems.Hpr, Value = "9990002" }, Display = "Olav Vaktmann" },
            },
        ],
        Period = new Period { Start = FhirDateTime.FromInstant(from), End = FhirDateTime.FromInstant(to) },
        ReasonCode = [VkpEncounterReasons.Terms[reason].ToConcept()],
    };

    public Location Place(decimal latitude, decimal longitude, DateTimeOffset at) => new()
    {
        Meta = new Meta { Profile = [VkpProfiles.Location] },
        Extension =
        [
            new Extension
            {
                Url = VkpExtensions.AdditionalPositionData,
                Extension = [new Extension { Url = "timestamp", Value = FhirDateTime.FromInstant(at) }, new Extension { Url = "horizontalAccuracy", Value = 12.5m }],
            },
        ],
        Identifier = [Id("place")],
        Description = "Utenfor avtalt område",
        Position = new LocationPosition { Latitude = latitude, Longitude = longitude },
    };

    private Identifier Id(string what) => new() { System = IdentifierSystems.Uri, Value = Uuid(what) };

    private string Uuid(string what)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{place}/{what}/{_next++}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash.AsSpan(0, 16), bigEndian: true)}";
    }
}
