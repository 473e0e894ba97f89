using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Letters;

/// <summary>An alert: what set it off, the measurements behind it, and what was done.</summary>
internal static class AlertLetter
{
    public static Letter Of(Alert alert, MappingLedger ledger)
    {
        var sections = Sections(alert, ledger, null);
        return new Letter(alert.State == AlertState.Raised ? "Varsel fra digital hjemmeoppfølging" : "Varsel fra digital hjemmeoppfølging er håndtert", alert.Time, sections)
        {
            Author = alert.ClosedBy is { Role: PartyRole.Practitioner } by ? by : null,
        };
    }

    public static List<LetterSection> Sections(Alert alert, MappingLedger ledger, string? heading)
    {
        foreach (var (field, present, topic) in new[]
        {
            ("State", true, LetterTopic.Problem), ("Time", true, LetterTopic.Problem), ("Code", alert.Code is not null, LetterTopic.Problem),
            ("Cause", FhirWords.Text(alert.Cause) is not null, LetterTopic.Problem), ("Device", alert.Device is not null, LetterTopic.Problem),
            ("Evidence", alert.Evidence.Count > 0, LetterTopic.Findings), ("ClosedBy", alert.ClosedBy is not null, LetterTopic.Course),
            ("Action", FhirWords.Text(alert.Action) is not null, LetterTopic.Course),
        })
            ledger.AddIf(present, Line.To(field, topic.Name));
        const string numbers = "The source's own numbers mean nothing to the receiver";
        ledger.Add(Line.Left("AlertId", numbers));
        ledger.AddIf(alert.CausedBy.Count > 0, Line.Left("CausedBy", numbers));
        ledger.AddIf(alert.Identifiers.Count > 0, Line.Left("Identifiers", numbers));
        ledger.AddIf(alert.Device?.Identifiers.Count > 0, Line.Left("Device.Identifiers", "Name and serial number tell the device"));
        ledger.AddIf(alert.Device?.Type is not null, Line.Left("Device.Type", "Name and serial number tell the device"));
        ledger.AddIf(alert.Device?.Gateway is not null, Line.Left("Device.Gateway", "Name and serial number tell the device"));
        var problem = new LetterLines();
        problem.Add("Varsel", alert.Code is { } code ? ConceptWords.Of(code) : "digital hjemmeoppfølging");
        problem.Add(alert.State == AlertState.Raised ? "Meldt" : "Håndtert", Times.Of(alert.Time));
        problem.Shared(alert, ledger, LetterTopic.Problem);
        problem.Add("Årsak", alert.Cause);
        if (alert.Device is { } d)
            problem.Add("Utstyr", string.Join(", ", new[] { d.Name, d.Manufacturer, d.Model, d.Serial }.Where(w => FhirWords.Text(w) is not null)));
        var findings = new LetterLines();
        findings.Add(alert.Evidence.SelectMany(e => MeasurementWords.Lines(e, ledger.Under("Evidence"), LetterTopic.Findings)));
        var course = new LetterLines();
        course.Add("Tiltak", alert.Action);
        if (alert.ClosedBy is { } by)
            course.Add("Håndtert av", Parties.Of(by));
        return [.. problem.Section(LetterTopic.Problem, heading), .. findings.Section(LetterTopic.Findings), .. course.Section(LetterTopic.Course)];
    }
}
