using Hub.Adapters.FhirReading;
using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Quantity = Hub.Core.Content.Quantity;

namespace Hub.Adapters.Vkp;

/// <summary>A MedicationDispense as a device event (vkp-MedicationDispense-v090). Only what was handed out comes in this form; what was not is an alert of codes 1.x.</summary>
internal static class DispenseReader
{
    // VKP fixes these words: the dispenser hands out bags and does not know what is in them.
    private const string UnknownMedicine = "Ukjent medisin";

    public static DeviceEvent? Read(MedicationDispense dispense, string path, string id, ClinicalTime? written, FhirSource source, Findings findings)
    {
        if (dispense.Status is not (null or MedicationDispenseStatus.Completed or MedicationDispenseStatus.InProgress))
            findings.Fail(FhirErrors.NotTaken, $"{path}.status", "VKP takes in-progress and completed; what was not handed out is a DetectedIssue.");
        if (dispense.Status == MedicationDispenseStatus.InProgress)
            findings.LeaveOut($"{path}.status", "The dispensing is told as it stands; the report of its end follows.");
        if ((dispense.WhenHandedOver is { } at ? Terms.Time(at) : written) is not { } time)
        {
            findings.Fail(IntakeErrors.Missing, $"{path}.whenHandedOver");
            return null;
        }

        if (findings.ClockFault(time.Start) is { } fault)
            findings.Fail(IntakeErrors.ClockOff, $"{path}.whenHandedOver", fault);
        if (dispense.DosageInstruction.Sum(d => d.Timing?.Event.Count ?? 0) > 1)
            findings.LeaveOut($"{path}.dosageInstruction", "Of several planned times the first is carried.");
        var people = dispense.Performer.Select(p => p.Actor).OfType<Reference>().ToList();
        return new DeviceEvent(id, DeviceEventType.Dispensed, time)
        {
            Code = Terms.Concept(dispense.Category),
            Service = "md",
            Device = DeviceExtensions.Dispenser(dispense) ?? people.Where(p => !IsPerson(p, source)).Select(p => Devices.Of(p, dispense, source)).FirstOrDefault(d => d is not null),
            Text = Joined(dispense.DosageInstruction.Select(d => d.Text).Concat(dispense.Note.Select(n => n.Text))),
            Responder = people.Where(p => IsPerson(p, source)).Select(p => Parties.Of(p, source)).FirstOrDefault(),
            Dispensing = new Dispensing(MedicineOf(dispense.Medication), PlannedAt(dispense), AmountOf(dispense.Quantity), null),
            Identifiers = Terms.Ids(dispense.Identifier),
        };
    }

    /// <summary>Whether an actor is a person: VKP tells people from devices by the system of the identifier.</summary>
    public static bool IsPerson(Reference actor, FhirSource source) =>
        source.Resolve(actor)?.Resource is Practitioner || actor.Type is "Practitioner" or "RelatedPerson"
        || actor.Identifier?.System is IdentifierSystems.Fnr or IdentifierSystems.Dnr or IdentifierSystems.Hpr;

    private static Concept? MedicineOf(DataType? medication) => medication switch
    {
        CodeableConcept { Coding.Count: 0, Text: UnknownMedicine } => null,
        CodeableConcept concept => Terms.Concept(concept),
        Reference { Display: { } words } => new Concept([], words),
        _ => null,
    };

    private static DateTimeOffset? PlannedAt(MedicationDispense dispense) =>
        dispense.DosageInstruction.SelectMany(d => d.Timing?.Event ?? []).Select(e => e.Instant).FirstOrDefault(e => e is not null);

    private static Quantity? AmountOf(Hub.Fhir.Model.Quantity? quantity) =>
        quantity?.Value is { } value ? new Quantity(value, quantity.Code ?? quantity.Unit ?? "1", quantity.Unit == quantity.Code ? null : quantity.Unit) : null;

    private static string? Joined(IEnumerable<string?> texts) => string.Join('\n', texts.OfType<string>()) is { Length: > 0 } text ? text : null;
}
