using System.Collections.Frozen;
using Hub.Core.Content;

namespace Hub.Mappings.Dips;

/// <summary>Which of DIPS's vital sign profiles a kind of measurement has (DIPS Core Implementation Guide, table 51). The forms Glasgow Coma Score and qSOFA are not measured at home.</summary>
internal static class VitalSigns
{
    // SNOMED CT: pulse rate, which DIPS keeps apart from heart rate though both have LOINC 8867-4.
    private const string PulseRate = "78564009";

    private static readonly FrozenDictionary<string, string> Profiles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [MeasurementKind.BloodPressure] = "Bloodpressure",
        [MeasurementKind.BodyHeight] = "BodyHeight",
        [MeasurementKind.Bmi] = "BodyMassIndex",
        [MeasurementKind.BodyTemperature] = "BodyTemp",
        [MeasurementKind.BodyWeight] = "BodyWeight",
        [MeasurementKind.Consciousness] = "Consciousness",
        [MeasurementKind.HeartRate] = "HeartRate",
        [MeasurementKind.News2] = "News2Score",
        [MeasurementKind.OxygenSaturation] = "OxygenSaturation",
        [MeasurementKind.RespiratoryRate] = "RespirationRate",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Address of the profile; null where the kind has none, or where the measurement has no value, which the profiles demand, or one with a bound, which they do not take.</summary>
    public static string? ProfileOf(Measurement measurement)
    {
        if (!Profiles.TryGetValue(measurement.What, out var name) || !HasValue(measurement))
            return null;
        return DipsNames.VitalSign(measurement.Codes.Codings.Any(c => c.Code == PulseRate) ? "Pulse" : name);
    }

    private static bool HasValue(Measurement measurement) =>
        measurement.Components.Count > 0 ? measurement.Components.All(c => IsPlain(c.Value)) : measurement.Value is { } value && IsPlain(value);

    private static bool IsPlain(Measured value) => value.Absent is null && value.Quantity?.Comparator is null;
}
