using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Host.Lookups;

namespace Hub.Host.Reading;

/// <summary>Gathers what partners have, for somebody who may look.</summary>
/// <param name="desk">Asks partners.</param>
internal sealed class Gathering(LookupDesk desk)
{
    /// <summary>Most that is asked for at once.</summary>
    public const int MostAtOnce = 1000;

    private const int MostRounds = 10;

    /// <summary>The newest of a period.</summary>
    /// <param name="look">Who looks at whom.</param>
    /// <param name="what">What it is, in words.</param>
    /// <param name="from">Start of the period, null when open.</param>
    /// <param name="to">End of it, exclusive; null when open.</param>
    /// <param name="limit">At most so many from each partner.</param>
    /// <param name="ask">Makes the question from end and limit.</param>
    /// <param name="cancel">The asker went away.</param>
    /// <returns>What they gave.</returns>
    public async Task<Gathered> NewestAsync(Look look, string what, DateTimeOffset? from, DateTimeOffset? to, int limit, Func<DateTimeOffset?, int, LookupQuery> ask, CancellationToken cancel)
    {
        var result = await desk.AskAsync(look.Reader.Tenant, ask(to, limit), null, cancel);
        var missing = new List<Missing>();
        DateTimeOffset? edge = null;
        foreach (var partner in result.Partners)
        {
            if (!partner.Answer.IsOk)
            {
                if (!partner.IsUnknownThere)
                    missing.Add(new Missing(partner.Partner, what, partner.Answer.Errors[0], from, to, IsPart: false));
                continue;
            }

            var findings = partner.Answer.Value.Findings;
            if (partner.Answer.Value.Complete)
                continue;
            if (findings.Count >= limit)
            {
                // As many as were asked for: the rest is for the next page, or round.
                var oldest = findings.Min(f => TimeOf(f.Content));
                edge = edge is null || oldest > edge ? oldest : edge;
            }
            else
            {
                missing.Add(new Missing(partner.Partner, what, LookupErrors.Incomplete.At(), from, to, IsPart: true));
            }
        }

        return new Gathered([.. result.Findings.DistinctBy(f => (f.Partner, f.Finding.SourceId))], missing, result.Partners.Count, result.Partners.Count(p => p.Answer.IsOk || p.IsUnknownThere))
        {
            Edge = edge,
            Unknowing = [.. result.Partners.Where(p => p.IsUnknownThere).Select(p => p.Partner)],
        };
    }

    /// <summary>Everything of a period, round by round where there is much.</summary>
    /// <param name="look">Who looks at whom.</param>
    /// <param name="what">What it is, in words.</param>
    /// <param name="from">Start of the period, null when open.</param>
    /// <param name="to">End of it, exclusive; null when open.</param>
    /// <param name="ask">Makes the question from end and limit.</param>
    /// <param name="cancel">The asker went away.</param>
    /// <returns>What they gave; where even this was too much, what is older is missing.</returns>
    public async Task<Gathered> WholeAsync(Look look, string what, DateTimeOffset? from, DateTimeOffset? to, Func<DateTimeOffset?, int, LookupQuery> ask, CancellationToken cancel)
    {
        var all = await NewestAsync(look, what, from, to, MostAtOnce, ask, cancel);
        for (var round = 1; all.Edge is { } edge; round++)
        {
            if (round == MostRounds)
                return Cut(all, what, from, edge);
            var next = await NewestAsync(look, what, from, edge.AddTicks(1), MostAtOnce, ask, cancel);
            var found = all.Found.Concat(next.Found).DistinctBy(f => (f.Partner, f.Finding.SourceId)).ToArray();
            if (found.Length == all.Found.Count && next.Edge == edge)
                return Cut(all, what, from, edge);
            all = all with { Found = found, Missing = [.. all.Missing, .. next.Missing], Edge = next.Edge };
        }

        return all;
    }

    /// <summary>When a content was true.</summary>
    /// <param name="content">The content.</param>
    /// <returns>The time.</returns>
    public static DateTimeOffset TimeOf(HomeContent content) => content switch
    {
        Measurement m => m.Time.Start,
        QuestionnaireAnswers q => q.Time.Start,
        SelfTreatmentPlan p => p.Time.Start,
        _ => DateTimeOffset.MinValue,
    };

    private static Gathered Cut(Gathered all, string what, DateTimeOffset? from, DateTimeOffset edge) =>
        all with { Edge = null, Missing = [.. all.Missing, new Missing("", what, LookupErrors.Incomplete.At(), from, edge, IsPart: true)] };
}
