using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Core.Lookups;

namespace Hub.Adapters.Lookups;

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

    /// <summary>Whether a content is of what was asked for: its kind, form and period.</summary>
    public static bool IsOf(HomeContent content, LookupQuery query) => (content, query) switch
    {
        (Measurement m, LookupQuery.MeasurementsOf q) => (q.What.Count == 0 || q.What.Contains(m.What)) && Within(m.Time.Start, q.From, q.To),
        (QuestionnaireAnswers a, LookupQuery.AnswersOf q) => (q.FormId is null || q.FormId == a.FormId) && Within(a.Time.Start, q.From, q.To),
        (SelfTreatmentPlan, LookupQuery.PlansOf) => true,
        _ => false,
    };

    /// <summary>Findings in order, the newest first; of measurements as many of each kind as were asked for. Plans come in all their versions: which are plans of their own is for the adapter to say.</summary>
    public static IReadOnlyList<LookupFinding> Newest(IEnumerable<LookupFinding> findings, LookupQuery query)
    {
        var newest = findings.OrderByDescending(f => When(f.Content)).ThenByDescending(f => (f.Content as SelfTreatmentPlan)?.Version ?? 0);
        return query is LookupQuery.MeasurementsOf { Last: { } last }
            ? [.. newest.GroupBy(f => f.Content.Category).SelectMany(g => g.Take(last)).OrderByDescending(f => When(f.Content))]
            : [.. newest];
    }

    private static bool Within(DateTimeOffset at, DateTimeOffset? from, DateTimeOffset? to) => (from is null || at >= from) && (to is null || at < to);

    private static DateTimeOffset When(HomeContent content) => content switch
    {
        Measurement m => m.Time.Start,
        QuestionnaireAnswers a => a.Time.Start,
        SelfTreatmentPlan p => p.Time.Start,
        _ => default,
    };
}
