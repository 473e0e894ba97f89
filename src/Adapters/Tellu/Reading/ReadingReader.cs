using Hub.Adapters.Json;
using Hub.Adapters.Tellu.Codes;
using Hub.Adapters.Values;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Terminology;
using Component = Hub.Core.Content.MeasurementComponent;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>A reading: one value, or the parts of one.</summary>
internal static class ReadingReader
{
    private static readonly Shape Body = new("type", "num", "unit", "cmp", "comp", "limit", "value", "device", "coding", "name", "state", "by", "stored", "comment");
    private static readonly Shape Part = new("part", "num", "unit", "cmp", "limit");
    private static readonly Shape Device = new("name", "maker", "model", "serial");
    private static readonly Concept None = new([]);

    public static Measurement? Read(EntryContext entry)
    {
        if (entry.At.Object("reading", Body, required: true) is not { } body)
            return null;
        var device = body.Object("device", Device) is { } d
            ? new DeviceInfo(d.Text("name", longest: 200), d.Text("maker", longest: 200), d.Text("model", longest: 200), d.Text("serial", longest: 200), [])
            : null;
        var by = PersonReader.Read(body, "by");
        var stored = entry.Times.Read(body, "stored");
        var comment = body.Text("comment");
        var name = body.Text("name", longest: 500);
        var state = TelluCodes.ReadingStates.TryRead(body, "state", out var status) ? status : "final";
        if (!ReadingCodes.Types.TryRead(body, "type", out var kind, required: true, IntakeErrors.UnknownKind))
            return null;
        var codes = CodingReader.ReadAll(body, required: kind == MeasurementKind.Other && name is null);

        var originals = new List<OriginalValue>();
        Measured? value = null;
        IReadOnlyList<Threshold> limits = [];
        List<Component> parts = [];
        if (body.Has("comp") || kind == MeasurementKind.BloodPressure)
            parts = Parts(body, kind, originals);
        else if (kind == MeasurementKind.Consciousness)
            value = Consciousness(body);
        else if (kind == MeasurementKind.Other && body.Has("value"))
            value = Words(body);
        else
            (value, limits) = NumberReader.Read(body, ValueRules.Of(kind), null, originals);
        OnlyOwnFields(body, kind);
        return new Measurement(kind, entry.Time)
        {
            Value = value,
            Components = parts,
            Thresholds = limits,
            Codes = codes.Count == 0 && name is null ? None : new Concept(codes, name),
            Status = state,
            Device = device,
            Performers = by is null ? [] : [by],
            Notes = comment is null ? [] : [comment],
            Issued = stored?.Start,
            Originals = originals,
        };
    }

    private static Measured? Words(Fields body) => body.Text("value", required: true) is { } text ? new Measured(Text: text) : null;

    private static Measured? Consciousness(Fields body)
    {
        if (body.Text("value", required: true, 60) is not { } letter)
            return null;
        if (AcvpuLevel.Find(letter.Trim()) is { } level)
            return new Measured(Code: new Concept([], level.ToConcept().Text));
        body.Fail(IntakeErrors.BadFormat, "value", "One of A, C, V, P, U is expected here.");
        return null;
    }

    // A value in words beside a number, or a number beside parts, would be lost.
    private static void OnlyOwnFields(Fields body, string kind)
    {
        var words = kind == MeasurementKind.Consciousness || (kind == MeasurementKind.Other && body.Has("value"));
        foreach (var field in words ? ["num", "unit", "cmp", "comp", "limit"] : body.Has("comp") ? (string[])["num", "unit", "cmp", "limit", "value"] : ["value"])
        {
            if (body.Has(field))
                body.Fail(IntakeErrors.UnknownField, field, "This type of reading does not have this field.");
        }
    }

    private static List<Component> Parts(Fields body, string kind, List<OriginalValue> originals)
    {
        var parts = new List<Component>(2);
        foreach (var part in body.Objects("comp", Part, required: true))
        {
            if (!ReadingCodes.Parts.TryRead(part, "part", out var name, required: true, IntakeErrors.UnknownKind))
                continue;
            if (ValueRules.Of(kind, name) is not { } rule)
            {
                part.Fail(IntakeErrors.UnknownKind, "part", "This type of reading has no such part.");
                continue;
            }

            var (value, limits) = NumberReader.Read(part, rule, name, originals);
            if (value is null)
                continue;
            if (parts.Exists(p => p.Name == name))
                part.Fail(IntakeErrors.DuplicateProperty, "part", "The same part stands twice.");
            parts.Add(new Component(name, None, value, limits));
        }

        if (body.Findings.Errors.Count == 0)
            CheckWhole(body, kind, parts);
        return parts;
    }

    private static void CheckWhole(Fields body, string kind, List<Component> parts)
    {
        foreach (var needed in Measurements.Find(kind)?.Components ?? [])
        {
            if (needed.Required && !parts.Exists(p => p.Name == needed.Name))
                body.Fail(IntakeErrors.Missing, "comp", $"The part {needed.Name} is missing.");
        }

        if (ValueOf(parts, MeasurementKind.Systolic) is { } systolic && ValueOf(parts, MeasurementKind.Diastolic) is { } diastolic && diastolic >= systolic)
            body.Fail(IntakeErrors.Implausible, "comp", "The diastolic pressure is not below the systolic one: they may be swapped.");
    }

    private static decimal? ValueOf(List<Component> parts, string name) => parts.Find(p => p.Name == name)?.Value.Quantity?.Value;
}
