using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Host.Reading;

/// <summary>The answer of <c>Observation/$trend</c>: a searchset of the values with the patient's thresholds, and their least, greatest and mean. Defined at <c>OperationDefinition/Observation-trend</c>.</summary>
internal static class TrendParameters
{
    /// <summary>Writes it.</summary>
    /// <param name="values">The values.</param>
    /// <param name="summaries">What they come to.</param>
    /// <returns>The resource.</returns>
    public static Parameters Of(Bundle values, IReadOnlyList<TrendSummary> summaries) => new()
    {
        Parameter = new[] { new ParametersParameter { Name = "values", Resource = values } }.Concat(summaries.Select(Summary)).ToFhirList(),
    };

    private static ParametersParameter Summary(TrendSummary summary) => new()
    {
        Name = "summary",
        Part = Parts(summary).ToFhirList(),
    };

    private static IEnumerable<ParametersParameter> Parts(TrendSummary summary)
    {
        yield return new ParametersParameter { Name = "code", Value = summary.Code };
        if (summary.Component is not null)
            yield return new ParametersParameter { Name = "component", Value = summary.Component };
        yield return new ParametersParameter { Name = "period", Value = new Period { Start = FhirDateTime.FromInstant(summary.Start), End = FhirDateTime.FromInstant(summary.End) } };
        yield return new ParametersParameter { Name = "count", Value = new FhirInteger(summary.Count) };
        yield return Amount("min", summary.Min, summary);
        yield return Amount("max", summary.Max, summary);
        yield return Amount("mean", summary.Mean, summary);
    }

    private static ParametersParameter Amount(string name, decimal value, TrendSummary summary) => new()
    {
        Name = name,
        Value = new Quantity { Value = value, Unit = summary.Unit.DisplayUnit ?? summary.Unit.Unit, System = CodeSystems.Ucum, Code = summary.Unit.Unit },
    };
}
