using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;
using Hub.Host.Errors;
using Microsoft.Extensions.Primitives;

namespace Hub.Host.Faces;

/// <summary>The period of a search: <c>date=ge...</c> and <c>date=le...</c> (FHIR R4 search.html, prefixes), each at most once.</summary>
/// <param name="From">From when, null = from the beginning.</param>
/// <param name="To">Until when, null = open.</param>
internal sealed record VkpPeriod(DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>Reads the parameters.</summary>
    /// <param name="values">Values of <c>date</c>.</param>
    /// <returns>The period, or what is wrong with it.</returns>
    public static Result<VkpPeriod> Read(StringValues values)
    {
        DateTimeOffset? from = null, to = null;
        foreach (var value in values)
        {
            var prefix = value is { Length: > 2 } ? value[..2] : "";
            if (prefix is not ("ge" or "le") || !FhirDateTime.TryParse(value!.AsSpan(2), out var time))
                return VkpReadErrors.BadFormat.At("date", "A date such as ge2026-03-01T00:00:00Z or le2026-03-31 is expected");
            var start = time.Instant ?? new DateTimeOffset(time.Year, time.Month ?? 1, time.Day ?? 1, 0, 0, 0, TimeSpan.Zero);
            if (prefix == "ge" && from is null)
                from = start;
            else if (prefix == "le" && to is null)
                to = EndOf(time, start);
            else
                return VkpReadErrors.WrongParameters.At("date", "'date' is sent once with ge and once with le");
        }

        return new VkpPeriod(from, to);
    }

    /// <summary>Whether a plan holds at some time of the period.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>True when it does.</returns>
    public bool Touches(SelfTreatmentPlan plan) => !((plan.ValidTo?.End ?? plan.ValidTo?.Start) < From) && !(plan.ValidFrom?.Start > To);

    private static DateTimeOffset EndOf(FhirDateTime time, DateTimeOffset start) => time.Precision switch
    {
        FhirDateTimePrecision.Year => start.AddYears(1).AddTicks(-1),
        FhirDateTimePrecision.Month => start.AddMonths(1).AddTicks(-1),
        FhirDateTimePrecision.Day => start.AddDays(1).AddTicks(-1),
        _ => start,
    };
}
