using Hub.Adapters.Json;
using Hub.Adapters.Values;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Component = Hub.Core.Content.MeasurementComponent;

namespace Hub.Adapters.FhirReading;

/// <summary>An Observation as a measurement. What the hub has no name for is carried by its codes.</summary>
internal static class ObservationReader
{
    public static Measurement? Read(Observation observation, string path, FhirSource source, Findings findings)
    {
        var terms = Measurements.Find(observation.Code);
        var time = Time(observation, path, findings);
        var originals = new List<OriginalValue>();
        var rule = terms is null ? ValueRule.Any : ValueRules.Of(terms.Name);
        var value = ValueReader.Read(observation.Value, observation.DataAbsentReason, rule, terms, null, $"{path}.value", findings, originals);
        var components = observation.Component.Select((c, i) => Part(c, $"{path}.component[{i}]", terms, findings, originals)).OfType<Component>().ToList();
        if (value is null && components.Count == 0 && findings.Errors.Count == 0)
            findings.Fail(IntakeErrors.Missing, $"{path}.value", "An Observation has a value, components or a reason why there is none.");
        if (time is null || observation.Code is null)
            return null;

        return new Measurement(terms?.Name ?? MeasurementKind.Other, time)
        {
            Triage = Lights.Of(observation.Interpretation),
            Value = value,
            Components = components,
            Codes = Terms.Concept(observation.Code)!,
            Categories = [.. observation.Category.Select(c => Terms.Concept(c)!)],
            Status = observation.Status ?? "unknown",
            Identifiers = Terms.Ids(observation.Identifier),
            Device = Devices.Of(observation.Device, observation, source),
            Thresholds = Ranges.Read(observation.ReferenceRange, rule, terms),
            Interpretation = Terms.Merged(observation.Interpretation),
            BodySite = Terms.Concept(observation.BodySite),
            Method = Terms.Concept(observation.Method),
            Performers = Parties.All(observation.Performer, source),
            Notes = [.. observation.Note.Select(n => n.Text).OfType<string>()],
            Issued = observation.Issued?.Instant,
            Originals = originals,
        };
    }

    private static Component? Part(ObservationComponent part, string path, MeasurementTerms? terms, Findings findings, List<OriginalValue> originals)
    {
        var known = terms is null ? null : Measurements.FindComponent(terms, part.Code);
        var rule = known is null ? ValueRule.Any : ValueRules.Of(terms!.Name, known.Name) ?? ValueRule.Any;
        var value = ValueReader.Read(part.Value, part.DataAbsentReason, rule, terms, known?.Name, $"{path}.value", findings, originals);
        if (value is null)
        {
            if (part.Value is null)
                findings.Fail(IntakeErrors.Missing, $"{path}.value", "A component has a value or a reason why there is none.");
            return null;
        }

        return new Component(known?.Name, Terms.Concept(part.Code) ?? new Concept([]), value, Ranges.Read(part.ReferenceRange, rule, terms), Terms.Merged(part.Interpretation));
    }

    private static ClinicalTime? Time(Observation observation, string path, Findings findings)
    {
        var time = Terms.Time(observation.Effective);
        if (time is null && findings.Errors.Any(e => e.Path?.StartsWith($"{path}.effective", StringComparison.Ordinal) == true))
            return null;
        if (time is null)
            findings.Fail(observation.Effective is null ? IntakeErrors.Missing : FhirErrors.NotTaken, $"{path}.effective", "A time or a period is expected here.");
        else if (findings.ClockFault(time.Start) is { } fault)
            findings.Fail(IntakeErrors.ClockOff, $"{path}.effective", fault);
        else
            return time;
        return null;
    }
}
