using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Quantity = Hub.Core.Content.Quantity;

namespace Hub.Adapters.Plans.CarePlans;

/// <summary>A measured limit of a zone from a target of a Goal. Codes decide what is measured; words only where no code does.</summary>
internal static class ZoneLimitReader
{
    public static ZoneThreshold Read(GoalTarget target)
    {
        var (what, component) = What(target.Measure);
        var (low, high) = target.Detail switch
        {
            FhirRange range => (range.Low, range.High),
            Hub.Fhir.Model.Quantity { Comparator: ">" or ">=" } q => (q, null),
            Hub.Fhir.Model.Quantity q => (null, (Hub.Fhir.Model.Quantity?)q),
            _ => (null, null),
        };
        return new ZoneThreshold(what, component, Bound(low), Bound(high));
    }

    private static (string What, string? Component) What(CodeableConcept? measure)
    {
        var named = Measurements.All.FirstOrDefault(m => m.Display == measure?.Text && measure!.Coding.Any(c => m.Code.Coding.Any(own => own.System == c.System && own.Code == c.Code)));
        if ((named ?? Measurements.Find(measure)) is { } kind && (named is not null || !IsPart(measure)))
            return (kind.Name, null);
        foreach (var whole in Measurements.All)
        {
            if (Measurements.FindComponent(whole, measure) is { } part)
                return (whole.Name, part.Name);
        }

        var words = measure?.Text ?? measure?.Coding.Select(c => c.Display ?? c.Code).FirstOrDefault() ?? "";
        return words.Split(' ', 2) is [var what, var rest] ? (what, rest) : (words, null);
    }

    private static bool IsPart(CodeableConcept? measure) => Measurements.All.Any(m => Measurements.FindComponent(m, measure) is { } part && part.Display == measure?.Text);

    private static Quantity? Bound(Hub.Fhir.Model.Quantity? bound) => bound?.Value is { } value
        ? new Quantity(value, bound.Code ?? bound.Unit ?? "", bound.Unit == (bound.Code ?? bound.Unit) ? null : bound.Unit)
        : null;
}
