using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Profil;

/// <summary>What a device in the home reported, in words: what happened, what was done, who came.</summary>
internal static class DeviceLetter
{
    public static Letter Of(DeviceEvent e, MappingLedger ledger)
    {
        Account(e, ledger);
        var problem = new LetterLines();
        problem.Add("Hendelse", e.Code is { } code ? ConceptWords.Of(code) : Name(e.Type));
        problem.Add("Tidspunkt", Times.Of(e.Time));
        problem.Shared(e, ledger, LetterTopic.Problem);
        problem.Add("Alvorlighetsgrad", e.Severity is { } grave ? FhirWords.Number(grave) : null);
        problem.Add("Tjeneste", e.Service);
        problem.Add("Beskrivelse", e.Text);
        if (e.Device is { } d)
            problem.Add("Utstyr", string.Join(", ", new[] { d.Name, d.Manufacturer, d.Model, d.Serial }.Where(ProfilLetters.Says)));
        if (e.Position is { } place)
            problem.Add("Posisjon", $"{FhirWords.Number(place.Latitude)} {FhirWords.Number(place.Longitude)}{(place.AccuracyMeters is { } metres ? $" (± {FhirWords.Number(metres)} m)" : "")}");
        problem.Add("Tilsyn", e.Mode is { } mode ? ConceptWords.Of(mode) : null);
        problem.Add("Årsak til tilsyn", e.Reason is { } reason ? ConceptWords.Of(reason) : null);
        Dispensed(e.Dispensing, problem);
        var course = new LetterLines();
        foreach (var step in e.Steps)
        {
            var words = FhirWords.Text(step.Text) is { } text ? $"{ConceptWords.Of(step.Code)}: {text}" : ConceptWords.Of(step.Code);
            course.Add(step.At is { } at ? $"{Times.Of(at)}: {words}" : words);
        }

        course.Add("Besvart av", e.Responder is { } by ? Parties.Of(by) : null);
        return new Letter($"{Name(e.Type)} fra utstyr i hjemmet", e.Time, [.. problem.Section(LetterTopic.Problem), .. course.Section(LetterTopic.Course)])
        {
            Author = e.Responder is { Role: PartyRole.Practitioner } ? e.Responder : null,
        };
    }

    private static void Dispensed(Dispensing? dispensing, LetterLines lines)
    {
        lines.Add("Legemiddel", dispensing?.Medication is { } drug ? ConceptWords.Of(drug) : null);
        lines.Add("Planlagt", dispensing?.Planned is { } planned ? Times.Of(planned) : null);
        lines.Add("Mengde", dispensing?.Amount is { } amount ? Values.Of(amount) : null);
        lines.Add("Dosepose", dispensing?.Container);
    }

    private static string Name(DeviceEventType type) => type switch
    {
        DeviceEventType.Dispensed => "Legemiddel tatt ut",
        DeviceEventType.Alarm => "Alarm",
        DeviceEventType.Supervision => "Digitalt tilsyn",
        _ => "Posisjon",
    };

    private static void Account(DeviceEvent e, MappingLedger ledger)
    {
        var (problem, course) = (LetterTopic.Problem, LetterTopic.Course);
        ProfilLetters.Account(
            ledger,
            ("Type", true, problem), ("Time", true, problem), ("Code", e.Code is not null, problem), ("Service", e.Service is not null, problem), ("Severity", e.Severity is not null, problem),
            ("Device", e.Device is not null, problem), ("Text", e.Text is not null, problem), ("Position", e.Position is not null, problem), ("Mode", e.Mode is not null, problem),
            ("Reason", e.Reason is not null, problem), ("Dispensing", e.Dispensing is not null, problem), ("Steps", e.Steps.Count > 0, course), ("Responder", e.Responder is not null, course));
        const string numbers = "The source's own numbers mean nothing to the receiver";
        ledger.Add(Line.Left("EventId", numbers));
        ledger.AddIf(e.Identifiers.Count > 0, Line.Left("Identifiers", numbers));
        ledger.AddIf(e.Device?.Identifiers.Count > 0, Line.Left("Device.Identifiers", "Name and serial number tell the device"));
        ledger.AddIf(e.Device?.Type is not null, Line.Left("Device.Type", "Name and serial number tell the device"));
        ledger.Add(Line.Left("Codings.System", "Where a code system has no name that people know, its codes stand without its address"));
    }
}
