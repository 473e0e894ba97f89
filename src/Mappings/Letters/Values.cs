using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Journal;

namespace Hub.Mappings.Letters;

/// <summary>Kinds, values and limits in words that a treater reads.</summary>
internal static class Values
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        [MeasurementKind.BloodPressure] = "Blodtrykk",
        [MeasurementKind.Systolic] = "systolisk",
        [MeasurementKind.Diastolic] = "diastolisk",
        [MeasurementKind.Mean] = "middeltrykk",
        [MeasurementKind.HeartRate] = "Puls",
        [MeasurementKind.OxygenSaturation] = "Oksygenmetning (SpO2)",
        [MeasurementKind.BodyTemperature] = "Temperatur",
        [MeasurementKind.BodyWeight] = "Vekt",
        [MeasurementKind.Glucose] = "Blodsukker",
        [MeasurementKind.RespiratoryRate] = "Respirasjonsfrekvens",
        [MeasurementKind.Fev1] = "FEV1",
        [MeasurementKind.Fvc] = "FVC",
        [MeasurementKind.Fev1FvcRatio] = "FEV1/FVC",
        [MeasurementKind.PeakFlow] = "PEF",
        [MeasurementKind.Steps] = "Skritt per døgn",
        [MeasurementKind.Inr] = "INR",
        [MeasurementKind.Crp] = "CRP",
        [MeasurementKind.CatScore] = "CAT-skår",
        [MeasurementKind.Eq5dVas] = "EQ-5D VAS",
        [MeasurementKind.Eq5dIndex] = "EQ-5D indeks",
        [MeasurementKind.News2] = "NEWS2",
        [MeasurementKind.Consciousness] = "Bevissthet (ACVPU)",
        [MeasurementKind.ClinicalFrailty] = "Klinisk skrøpelighetsskala (CFS)",
        [MeasurementKind.BodyHeight] = "Høyde",
        [MeasurementKind.Bmi] = "KMI",
        [MeasurementKind.FormScore] = "Skår",
        [MeasurementKind.Other] = "Måling",
    };

    /// <summary>The kind in words; the source's own words where it has none here.</summary>
    public static string Kind(string kind) => Kinds.GetValueOrDefault(kind, kind);

    /// <summary>A limit's kind: <c>Blodtrykk, systolisk</c>.</summary>
    public static string Kind(string kind, string? component) => component is null ? Kind(kind) : $"{Kind(kind)}, {Kind(component)}";

    /// <summary>A quantity: comma as decimal sign, digits as received.</summary>
    public static string Of(Quantity quantity)
    {
        var unit = Unit(quantity);
        var number = $"{Bound(quantity.Comparator)}{FhirWords.Number(quantity.Value)}";
        return unit.Length == 0 ? number : $"{number} {unit}";
    }

    /// <summary>A measured value.</summary>
    public static string Of(Measured value) => value switch
    {
        { Quantity: { } quantity } => Of(quantity),
        { Code: { } code } => ConceptWords.Of(code),
        { Text: { } text } => text,
        { Integer: { } integer } => FhirWords.Number(integer),
        { Absent: { } absent } => $"ingen verdi ({ConceptWords.Of(absent)})",
        _ => "ingen verdi",
    };

    /// <summary>A range with both ends included.</summary>
    public static string Range(Quantity? low, Quantity? high) => (low, high) switch
    {
        ({ } l, { } h) when l.Unit == h.Unit && l.DisplayUnit == h.DisplayUnit => $"{FhirWords.Number(l.Value)} til {Of(h)}",
        ({ } l, { } h) => $"{Of(l)} til {Of(h)}",
        ({ } l, null) => $"{Of(l)} eller mer",
        (null, { } h) => $"{Of(h)} eller mindre",
        _ => "",
    };

    /// <summary>Limits in one line, null when there are none.</summary>
    public static string? Limits(IReadOnlyList<Threshold> thresholds)
    {
        var words = thresholds.Select(Limit).Where(l => l.Length > 0).ToArray();
        return words.Length == 0 ? null : string.Join("; ", words);
    }

    private static string Limit(Threshold limit) => string.Join(' ', new[]
    {
        JournalWords.Light(limit.Level),
        limit.Level == Triage.None && (limit.Low is not null || limit.High is not null) ? "referanse" : null,
        Range(limit.Low, limit.High),
        FhirWords.Text(limit.Text) is { } text ? $"({text})" : null,
    }.Where(w => !string.IsNullOrEmpty(w)));

    private static string Bound(string? comparator) => comparator switch
    {
        "<" => "under ",
        "<=" => "høyst ",
        ">=" => "minst ",
        ">" => "over ",
        _ => "",
    };

    private static string Unit(Quantity quantity) => quantity.Unit switch
    {
        "1" or "{INR}" or "/d" => FhirWords.Text(quantity.DisplayUnit) is { } shown && shown is not ("1" or "{INR}" or "/d") ? shown : "",
        "{score}" => "poeng",
        "mm[Hg]" => "mmHg",
        "Cel" => "°C",
        "kg/m2" => "kg/m²",
        "/min" => "per minutt",
        // What people call a unit is not what it means: where the hub has no word for it, the code stands beside it.
        _ => FhirWords.Text(quantity.DisplayUnit) is { } shown && shown != quantity.Unit ? $"{shown} [{quantity.Unit}]" : quantity.Unit,
    };
}
