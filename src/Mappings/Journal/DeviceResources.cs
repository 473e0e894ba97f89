using System.Globalization;
using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;

namespace Hub.Mappings.Journal;

/// <summary>The resource that VKP has for each type of event. A profile is claimed where it can hold what there is to say; where it cannot, the resource is plain FHIR R4.</summary>
internal static class DeviceResources
{
    private const string UnknownMedicine = "Ukjent medisin";

    /// <summary>An alarm, with its place as evidence.</summary>
    public static DetectedIssue Issue(DeviceEvent content, JournalDocument document, Reference? device, Reference? place) => new()
    {
        Meta = new Meta { Profile = [VkpProfiles.DetectedIssue] },
        Extension = content.Severity is { } level && VkpSeverityLevels.Terms.Find(level.ToString(CultureInfo.InvariantCulture)) is { } term
            ? [new Extension { Url = VkpExtensions.SeverityLevel, Value = new CodeableConcept { Coding = [new Hub.Fhir.Model.Coding { System = VkpExtensions.SeverityLevelSet, Code = term.Code, Display = term.Display }] } }]
            : [],
        Identifier = [.. content.Identifiers.Select(FhirWords.Identifier).Where(i => i.Value is not null), HubIdentifiers.OfDeviceEvent(document.Envelope, content.EventId)],
        Status = DetectedIssueStatus.Final,
        Code = CodeOf(content),
        Severity = SeverityOf(content.Triage),
        Patient = document.Subject,
        Identified = FhirTimes.Point(content.Time),
        Author = device,
        Evidence = place is null ? [] : [new DetectedIssueEvidence { Detail = [place] }],
        Detail = FhirWords.Text(content.Text),
    };

    /// <summary>A dispensing. VKP's profile has the medicine always unknown and no amount, and wants performers with identifiers.</summary>
    public static MedicationDispense Dispense(DeviceEvent content, JournalDocument document)
    {
        var dispensing = content.Dispensing;
        var performers = Performers(content);
        var fits = dispensing is null or { Medication: null, Amount: null } && performers.Count > 0 && performers.All(p => p.Actor?.Identifier is { System: not null, Value: not null })
            && content.Code?.Codings.Any(c => c.System == CodeSystems.VkpMedicationDispenseEvent && VkpMedicationDispenseEvents.Terms.Find(c.Code) is not null) == true;
        return new MedicationDispense
        {
            Meta = fits ? new Meta { Profile = [VkpProfiles.MedicationDispense] } : null,
            Identifier = [Uuid(content, document)],
            Status = MedicationDispenseStatus.Completed,
            Category = FhirWords.Concept(content.Code),
            Medication = FhirWords.Concept(dispensing?.Medication) ?? new CodeableConcept { Text = UnknownMedicine },
            Subject = document.Subject,
            Performer = performers,
            Quantity = dispensing?.Amount is { } amount ? FhirWords.Quantity(amount with { Comparator = null }) : null,
            WhenHandedOver = FhirTimes.Start(content.Time),
            DosageInstruction = FhirWords.Text(content.Text) is null && dispensing?.Planned is null
                ? []
                : [new Dosage { Text = FhirWords.Text(content.Text), Timing = dispensing?.Planned is { } planned ? new Timing { Event = [FhirDateTime.FromInstant(planned)] } : null }],
        };
    }

    /// <summary>A digital visit.</summary>
    public static Encounter Visit(DeviceEvent content, JournalDocument document)
    {
        var visitor = content.Responder is { Role: PartyRole.Practitioner or PartyRole.RelatedPerson } by ? FhirParties.Reference(by) : null;
        var mode = FhirWords.Concept(content.Mode);
        var fits = Known(content.Mode, VkpEncounterModes.Terms) && (content.Reason is null || Known(content.Reason, VkpEncounterReasons.Terms));
        return new Encounter
        {
            Meta = fits ? new Meta { Profile = [VkpProfiles.Encounter] } : null,
            Identifier = [Uuid(content, document)],
            Status = EncounterStatus.Finished,
            Class = new Hub.Fhir.Model.Coding { System = CodeSystems.ActCode, Code = "VR", Display = "virtual" },
            Type = FhirWords.Concept(content.Code) is { } type ? [type] : [],
            Subject = document.Subject,
            Participant = mode is null && visitor is null ? [] : [new EncounterParticipant { Type = mode is null ? [] : [mode], Individual = visitor }],
            Period = FhirTimes.Period(content.Time),
            ReasonCode = FhirWords.Concept(content.Reason) is { } reason ? [reason] : [],
        };
    }

    /// <summary>A place.</summary>
    public static Location Place(DeviceEvent content, GeoPosition position, JournalDocument document)
    {
        var parts = new List<Extension>();
        if (content.Time.Precision == TimePrecision.Instant)
            parts.Add(new Extension { Url = "timestamp", Value = FhirTimes.Start(content.Time) });
        if (position.AccuracyMeters is { } meters)
            parts.Add(new Extension { Url = "horizontalAccuracy", Value = meters });
        return new Location
        {
            Meta = new Meta { Profile = [VkpProfiles.Location] },
            Extension = parts.Count > 0 ? [new Extension { Url = VkpExtensions.AdditionalPositionData, Extension = parts.ToFhirList() }] : [],
            Identifier = content.Type == DeviceEventType.Position ? [Uuid(content, document)] : [],
            Description = content.Type == DeviceEventType.Position ? FhirWords.Text(content.Text) : null,
            Position = new LocationPosition { Longitude = position.Longitude, Latitude = position.Latitude },
        };
    }

    // VKP's identifiers of these resources are UUIDs as URIs: the source's own where it has one.
    private static Identifier Uuid(DeviceEvent content, JournalDocument document) =>
        content.Identifiers.FirstOrDefault(i => i.System == IdentifierSystems.Uri && i.Value.StartsWith("urn:uuid:", StringComparison.Ordinal)) is { } own
            ? FhirWords.Identifier(own)
            : FhirWords.Identifier(IdentifierSystems.Uri, $"urn:uuid:{document.Context.Ids.For($"device/{content.EventId}")}");

    private static FhirList<MedicationDispensePerformer> Performers(DeviceEvent content)
    {
        var actors = new List<Reference>(2);
        if (content.Device is { } device)
        {
            var id = device.Identifiers.FirstOrDefault(i => FhirWords.Text(i.System) is not null && FhirWords.Text(i.Value) is not null);
            var serial = FhirWords.Text(device.Serial);
            actors.Add(new Reference
            {
                Type = "Device",
                Identifier = id is not null ? FhirWords.Identifier(id) : serial is not null ? FhirWords.Identifier(HubIdentifiers.DeviceSerial, serial) : null,
                Display = FhirWords.Text(device.Name) ?? FhirWords.Text(device.Model) ?? FhirWords.ForPeople(device.Type) ?? (id is null && serial is null ? "Medisindispenser" : null),
            });
        }

        if (FhirParties.Reference(content.Responder) is { } person)
            actors.Add(person);
        return actors.Select(a => new MedicationDispensePerformer { Actor = a }).ToFhirList();
    }

    private static bool Known(Concept? concept, TermList terms) => concept?.Codings.Any(c => c.System == terms.System && terms.Find(c.Code) is not null) == true;

    // The binding is required: an alarm without a VKP code is one of its service, or of digital supervision where that is not known either; its own codes stand beside.
    private static CodeableConcept CodeOf(DeviceEvent content)
    {
        var general = VkpAlertCodes.Terms[content.Service switch { "md" => "1", "gps" => "2", "ta" => VkpAlertCodes.SafetyAlarm, "dho" => VkpAlertCodes.HomeFollowUp, _ => "4" }];
        if (FhirWords.Concept(content.Code) is not { } given)
            return general.ToConcept();
        return given.Coding.Any(c => c.System == CodeSystems.VkpAlertCode && VkpAlertCodes.Terms.Find(c.Code) is not null)
            ? given
            : given with { Coding = [general.ToCoding(), .. given.Coding] };
    }

    private static string? SeverityOf(Triage triage) => triage switch
    {
        Triage.Red => DetectedIssueSeverity.High,
        Triage.Yellow => DetectedIssueSeverity.Moderate,
        Triage.Green => DetectedIssueSeverity.Low,
        _ => null,
    };
}
