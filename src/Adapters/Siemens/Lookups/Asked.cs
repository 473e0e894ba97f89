using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Core.Lookups;

namespace Hub.Adapters.Siemens.Lookups;

/// <summary>What a question asks for, held against what came: an answer is not taken on trust.</summary>
internal static class Asked
{
    /// <summary>About whom; null for questions about nobody in particular.</summary>
    public static Identifier? Patient(LookupQuery query) => query switch
    {
        LookupQuery.MeasurementsOf q => q.Patient,
        LookupQuery.AnswersOf q => q.Patient,
        LookupQuery.PlansOf q => q.Patient,
        _ => null,
    };

    /// <summary>At most so many findings.</summary>
    public static int Limit(LookupQuery query) => query switch
    {
        LookupQuery.MeasurementsOf q => q.Limit,
        LookupQuery.AnswersOf q => q.Limit,
        _ => int.MaxValue,
    };

    /// <summary>The findings that were asked for, each once, the newest first.</summary>
    public static IReadOnlyList<LookupFinding> Of(IEnumerable<LookupFinding> findings, LookupQuery query)
    {
        var newest = findings.Where(f => IsAsked(f.Content, query)).DistinctBy(f => f.SourceId).OrderByDescending(f => When(f.Content)).ThenByDescending(f => (f.Content as SelfTreatmentPlan)?.Version ?? 0).ToList();
        return query switch
        {
            LookupQuery.MeasurementsOf { Last: { } last } => [.. newest.GroupBy(f => f.Content.Category).SelectMany(g => g.Take(last)).OrderByDescending(f => When(f.Content))],
            LookupQuery.PlansOf { History: false } => [.. newest.GroupBy(f => ((SelfTreatmentPlan)f.Content).PlanId).Select(g => g.First())],
            _ => newest,
        };
    }

    private static bool IsAsked(HomeContent content, LookupQuery query) => (content, query) switch
    {
        (Measurement m, LookupQuery.MeasurementsOf q) => (q.What.Count == 0 || q.What.Contains(m.What)) && Within(m.Time.Start, q.From, q.To),
        (QuestionnaireAnswers a, LookupQuery.AnswersOf q) => (q.FormId is null || q.FormId == a.FormId) && Within(a.Time.Start, q.From, q.To),
        (SelfTreatmentPlan, LookupQuery.PlansOf) => true,
        _ => false,
    };

    private static bool Within(DateTimeOffset at, DateTimeOffset? from, DateTimeOffset? to) => (from is null || at >= from) && (to is null || at < to);

    private static DateTimeOffset When(HomeContent content) => content switch
    {
        Measurement m => m.Time.Start,
        QuestionnaireAnswers a => a.Time.Start,
        SelfTreatmentPlan p => p.Time.Start,
        _ => default,
    };
}
