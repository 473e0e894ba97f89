using Hub.Core.Content;
using Hub.Fhir.Model;

namespace Hub.Mappings.Fhir;

/// <summary>Clinical times as FHIR writes them: with the precision, the offset and the digits they were given with.</summary>
internal static class FhirTimes
{
    /// <summary>The start, literally as received where it came as text.</summary>
    public static FhirDateTime Start(ClinicalTime time) =>
        time.Literal is { } literal && FhirDateTime.TryParse(literal, out var parsed) ? parsed : At(time.Start, time.Precision);

    /// <summary>A dateTime, or a Period where the time has an end.</summary>
    public static DataType Point(ClinicalTime time) =>
        time.End is null ? new FhirTime(Start(time)) : Period(time);

    /// <summary>A Period with the end where there is one.</summary>
    public static Period Period(ClinicalTime time) => new()
    {
        Start = Start(time),
        End = End(time),
    };

    /// <summary>The end, null when there is none.</summary>
    public static FhirDateTime? End(ClinicalTime time) => time.End is { } end ? At(end, time.Precision) : null;

    private static FhirDateTime At(DateTimeOffset time, TimePrecision precision)
    {
        if (precision == TimePrecision.Instant)
            return FhirDateTime.FromInstant(time);
        var day = DateOnly.FromDateTime(time.DateTime);
        if (precision == TimePrecision.Day)
            return FhirDateTime.FromDate(day);
        var text = precision == TimePrecision.Year ? $"{day.Year:D4}" : $"{day.Year:D4}-{day.Month:D2}";
        return FhirDateTime.TryParse(text, out var value) ? value : FhirDateTime.FromDate(day);
    }
}
