using Hub.Core.Content;
using Hub.Fhir.Terminology;

namespace Hub.Mappings.Fhir.Observations;

/// <summary>
/// Which way a range or a value lies from the patient's normal range.
/// <para>Green or none: N. Yellow: H above, L below, A where no way can be told. Red: HH, LL, AA.</para>
/// <para>Above and below are told from the green range; without one, a range that is open upwards lies above and one that is open downwards below.</para>
/// </summary>
internal static class ThresholdReading
{
    private enum Way
    {
        Unknown,
        Above,
        Below,
    }

    /// <summary>The interpretation code of a range.</summary>
    public static string CodeOf(Threshold threshold, IReadOnlyList<Threshold> all) => Code(threshold.Level, WayOf(threshold, all));

    /// <summary>The interpretation code of a value; null when neither triage nor thresholds say anything.</summary>
    public static string? CodeOf(decimal? value, string? unit, Triage triage, IReadOnlyList<Threshold> thresholds)
    {
        var hit = value is { } v ? Hit(v, unit, thresholds) : null;
        var level = triage != Triage.None ? triage : hit?.Level ?? Triage.None;
        if (level == Triage.None)
            return null;
        var way = value is { } known ? WayOf(known, unit, thresholds) : Way.Unknown;
        return Code(level, way == Way.Unknown && hit is not null ? WayOf(hit, thresholds) : way);
    }

    private static string Code(Triage level, Way way) => (level, way) switch
    {
        (Triage.Yellow, Way.Above) => Interpretations.High,
        (Triage.Yellow, Way.Below) => Interpretations.Low,
        (Triage.Yellow, _) => Interpretations.Abnormal,
        (Triage.Red, Way.Above) => Interpretations.CriticalHigh,
        (Triage.Red, Way.Below) => Interpretations.CriticalLow,
        (Triage.Red, _) => Interpretations.Critical,
        _ => Interpretations.Normal,
    };

    // Where ranges overlap, the gravest that the value lies in counts.
    private static Threshold? Hit(decimal value, string? unit, IReadOnlyList<Threshold> thresholds)
    {
        Threshold? hit = null;
        foreach (var t in thresholds)
        {
            var inside = (t.Low is null || (t.Low.Unit == unit && value >= t.Low.Value)) && (t.High is null || (t.High.Unit == unit && value <= t.High.Value));
            if (inside && t is not { Low: null, High: null } && (hit is null || t.Level > hit.Level))
                hit = t;
        }

        return hit;
    }

    private static Way WayOf(decimal value, string? unit, IReadOnlyList<Threshold> thresholds)
    {
        foreach (var green in thresholds)
        {
            if (green.Level is not (Triage.Green or Triage.None))
                continue;
            if (green.High is { } high && high.Unit == unit && value > high.Value)
                return Way.Above;
            if (green.Low is { } low && low.Unit == unit && value < low.Value)
                return Way.Below;
        }

        return Way.Unknown;
    }

    private static Way WayOf(Threshold threshold, IReadOnlyList<Threshold> all)
    {
        foreach (var green in all)
        {
            if (green.Level is not (Triage.Green or Triage.None) || ReferenceEquals(green, threshold))
                continue;
            if (threshold.Low is { } low && green.High is { } high && low.Value >= high.Value)
                return Way.Above;
            if (threshold.High is { } top && green.Low is { } bottom && top.Value <= bottom.Value)
                return Way.Below;
        }

        return threshold switch
        {
            { Low: not null, High: null } => Way.Above,
            { Low: null, High: not null } => Way.Below,
            _ => Way.Unknown,
        };
    }
}
