using Hub.Adapters.Json;
using Hub.Adapters.Values;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Terminology;
using Component = Hub.Core.Content.MeasurementComponent;

namespace Hub.Adapters.Dignio;

/// <summary>A measurement: one value, or the parts of one.</summary>
internal static class MeasurementReader
{
    private static readonly Shape Body = new(
        "kind", "value", "unit", "comparator", "components", "thresholds", "device", "codes", "name", "measuredBy", "comment");

    public static Measurement? Read(Fields at, ClinicalTime? time)
    {
        return at.Object("measurement", Body, required: true) is { } body ? ReadBody(body, time) : null;
    }

    /// <summary>Fields of a measurement that stands in a list, with its own time and light.</summary>
    public static Shape InList { get; } = new(
        "at", "triage", "kind", "value", "unit", "comparator", "components", "thresholds", "device", "codes", "name", "measuredBy", "comment");

    /// <summary>The measurements of a list.</summary>
    public static IReadOnlyList<Measurement> ReadList(Fields at, string name, bool required)
    {
        var values = new List<Measurement>();
        if (!at.Has(name) && !required)
            return values;
        foreach (var item in at.Objects(name, InList, required))
        {
            var triage = item.Choice("triage", Words.TriageLevels) ?? Triage.None;
            if (ReadBody(item, item.Time("at", required: true)) is { } value)
                values.Add(value with { Triage = triage });
        }

        return values;
    }

    private static Measurement? ReadBody(Fields body, ClinicalTime? time)
    {
        var kind = Kind(body);
        var codes = CodeReader.ReadAll(body, "codes", required: kind == MeasurementKind.Other);
        var device = DeviceReader.Read(body);
        var measuredBy = PartyReader.Read(body, "measuredBy");
        var comment = body.Text("comment");
        var name = body.Text("name", longest: 500);
        if (kind is null)
            return null;

        List<OriginalValue>? originals = null;
        Measured? value = null;
        IReadOnlyList<Threshold> thresholds = [];
        IReadOnlyList<Component> components = [];
        if (body.Has("components") || kind == MeasurementKind.BloodPressure)
            components = ComponentReader.ReadAll(body, kind, ref originals);
        else
            (value, thresholds) = Single(body, kind, ref originals);

        return time is null ? null : new Measurement(kind, time)
        {
            Value = value,
            Components = components,
            Thresholds = thresholds,
            Codes = codes.Count == 0 && name is null ? None : new Concept(codes, name),
            Device = device,
            Performers = measuredBy is null ? [] : [measuredBy],
            Notes = comment is null ? [] : [PlainText.From(comment, body.Findings, body.PathOf("comment"))],
            Originals = originals ?? (IReadOnlyList<OriginalValue>)[],
        };
    }

    private static readonly string KnownKinds = $"One of {string.Join(", ", Measurements.All.Select(t => t.Name))}, {MeasurementKind.Other} is expected here.";

    private static Concept None { get; } = new([]);

    private static string? Kind(Fields body)
    {
        if (body.Text("kind", required: true, 60) is not { } kind)
            return null;
        if (kind == MeasurementKind.Other || Measurements.Find(kind) is not null)
            return kind;
        body.Fail(IntakeErrors.UnknownKind, "kind", KnownKinds);
        return null;
    }

    private static (Measured? Value, IReadOnlyList<Threshold> Thresholds) Single(Fields body, string kind, ref List<OriginalValue>? originals)
    {
        if (kind == MeasurementKind.Consciousness)
            return (Consciousness(body), []);
        if (kind == MeasurementKind.Other && body.Value("value").ValueKind == System.Text.Json.JsonValueKind.String && !body.Has("unit"))
            return (body.Text("value", required: true) is { } text ? new Measured(Text: text) : null, []);
        return QuantityReader.Read(body, ValueRules.Of(kind), null, ref originals);
    }

    private static Measured? Consciousness(Fields body)
    {
        if (body.Text("value", required: true, 60) is not { } letter)
            return null;
        if (AcvpuLevel.Find(letter.Trim()) is { } level)
            return new Measured(Code: new Concept([], level.ToConcept().Text));
        body.Fail(IntakeErrors.BadFormat, "value", "One of A, C, V, P, U is expected here.");
        return null;
    }
}
