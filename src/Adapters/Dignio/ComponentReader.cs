using Hub.Adapters.Json;
using Hub.Adapters.Values;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Terminology;
using Component = Hub.Core.Content.MeasurementComponent;

namespace Hub.Adapters.Dignio;

/// <summary>The parts of a measurement, such as systolic and diastolic pressure.</summary>
internal static class ComponentReader
{
    private static readonly Shape Part = new("name", "value", "unit", "comparator", "thresholds");

    private static readonly Concept None = new([]);

    public static IReadOnlyList<Component> ReadAll(Fields body, string kind, ref List<OriginalValue>? originals)
    {
        if (body.Has("value"))
            body.Fail(IntakeErrors.UnknownField, "value", "This kind is sent as components.");
        var parts = new List<Component>(2);
        foreach (var part in body.Objects("components", Part, required: true))
        {
            if (Read(part, kind, ref originals) is not { } read)
                continue;
            if (parts.Exists(p => p.Name == read.Name))
                part.Fail(IntakeErrors.DuplicateProperty, "name", "The same part stands twice.");
            parts.Add(read);
        }

        if (body.Findings.Errors.Count == 0)
            CheckWhole(body, kind, parts);
        return parts;
    }

    private static Component? Read(Fields part, string kind, ref List<OriginalValue>? originals)
    {
        if (part.Text("name", required: true, 60) is not { } name)
            return null;
        if (ValueRules.Of(kind, name) is not { } rule)
        {
            part.Fail(IntakeErrors.UnknownKind, "name", "This kind has no such part.");
            return null;
        }

        var (value, thresholds) = QuantityReader.Read(part, rule, name, ref originals);
        return value is null ? null : new Component(name, None, value, thresholds);
    }

    private static void CheckWhole(Fields body, string kind, List<Component> parts)
    {
        foreach (var needed in Measurements.Find(kind)!.Components)
        {
            if (needed.Required && !parts.Exists(p => p.Name == needed.Name))
                body.Fail(IntakeErrors.Missing, "components", $"The part {needed.Name} is missing.");
        }

        if (Of(parts, MeasurementKind.Systolic) is { } systolic && Of(parts, MeasurementKind.Diastolic) is { } diastolic && diastolic >= systolic)
            body.Fail(IntakeErrors.Implausible, "components", "The diastolic pressure is not below the systolic one: they may be swapped.");
    }

    private static decimal? Of(List<Component> parts, string name) => parts.Find(p => p.Name == name)?.Value.Quantity?.Value;
}
