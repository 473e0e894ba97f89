using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Core.Lookups;

namespace Hub.Adapters.Tellu.Lookups;

/// <summary>What a question asks for, to be held against what came: an answer is not taken on trust.</summary>
internal static class AskedFor
{
    public static Identifier? Patient(LookupQuery query) => query switch
    {
        LookupQuery.MeasurementsOf of => of.Patient,
        LookupQuery.AnswersOf of => of.Patient,
        LookupQuery.PlansOf of => of.Patient,
        _ => null,
    };

    /// <summary>At most so many findings.</summary>
    public static int Limit(LookupQuery query) => query switch
    {
        LookupQuery.MeasurementsOf of => of.Limit,
        LookupQuery.AnswersOf of => of.Limit,
        _ => int.MaxValue,
    };

    public static bool IsOf(HomeContent content, LookupQuery query) => (content, query) switch
    {
        (Measurement m, LookupQuery.MeasurementsOf of) => (of.What.Count == 0 || of.What.Contains(m.What)) && Within(m.Time.Start, of.From, of.To),
        (QuestionnaireAnswers a, LookupQuery.AnswersOf of) => (of.FormId is null || of.FormId == a.FormId) && Within(a.Time.Start, of.From, of.To),
        (SelfTreatmentPlan, LookupQuery.PlansOf) => true,
        _ => false,
    };

    /// <summary>Puts findings in order, the newest first, and keeps as many of each kind as were asked for.</summary>
    public static IReadOnlyList<LookupFinding> InOrder(IEnumerable<LookupFinding> findings, LookupQuery query)
    {
        var newest = findings.OrderByDescending(f => When(f.Content)).ThenByDescending(f => f.Content is SelfTreatmentPlan p ? p.Version : 0).ToList();
        return query switch
        {
            LookupQuery.MeasurementsOf { Last: { } last } => [.. newest.GroupBy(f => f.Content.Category).SelectMany(g => g.Take(last)).OrderByDescending(f => When(f.Content))],
            LookupQuery.PlansOf { History: false } => [.. newest.Take(1)],
            _ => newest,
        };
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
