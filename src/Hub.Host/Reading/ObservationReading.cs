using Hub.Core.Content;
using Hub.Core.Lookups;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Host.Reading;

/// <summary>Reads observations for somebody who may look: measured values, and the scores of forms where those may be seen as well.</summary>
/// <param name="gathering">Gathers what partners have.</param>
internal sealed class ObservationReading(Gathering gathering)
{
    private const string Values = "values";
    private const string Scores = "scores of forms";
    private const int MostRounds = 10;

    private static readonly string[] ScoreKinds = [.. Measurements.All.Where(m => m.Category == ObservationCategories.Survey).Select(m => m.Name)];

    /// <summary>Kinds of content that a query needs, and those that it can do without.</summary>
    /// <param name="query">The query.</param>
    /// <returns>All kinds that are looked at; those that must be allowed.</returns>
    public static (IReadOnlyList<ContentKind> Wanted, IReadOnlyList<ContentKind> Needed) Kinds(ObservationQuery query)
    {
        if (query.Kinds is not { } kinds)
            return ([ContentKind.Measurement, ContentKind.Questionnaire], []);
        return kinds.Any(ScoreKinds.Contains)
            ? ([ContentKind.Measurement, ContentKind.Questionnaire], kinds.All(ScoreKinds.Contains) ? [ContentKind.Questionnaire] : [ContentKind.Measurement])
            : ([ContentKind.Measurement], [ContentKind.Measurement]);
    }

    /// <summary>One page of a search.</summary>
    /// <param name="look">Who looks at whom.</param>
    /// <param name="query">The query.</param>
    /// <param name="after">Where the page before ended, null for the first.</param>
    /// <param name="cancel">The asker went away.</param>
    /// <returns>The page.</returns>
    public async Task<ReadPage> SearchAsync(Look look, ObservationQuery query, PagePosition? after, CancellationToken cancel)
    {
        var limit = query.IsExact ? Math.Min(query.Count + 1 + (after?.Same ?? 0), Gathering.MostAtOnce) : Gathering.MostAtOnce;
        for (var round = 1; ; round++)
        {
            var page = await PageAsync(look, query, after, limit, cancel);
            if (page.Entries.Count > 0 || page.Next is null || round == MostRounds)
                return page;

            // Nothing on this page, but more behind it: an empty page would look as if there were nothing.
            (after, limit) = (page.Next, Gathering.MostAtOnce);
        }
    }

    /// <summary>The last values of each code.</summary>
    /// <param name="look">Who looks at whom.</param>
    /// <param name="query">The query.</param>
    /// <param name="cancel">The asker went away.</param>
    /// <returns>Code by code, the newest first.</returns>
    public async Task<ReadPage> LastAsync(Look look, ObservationQuery query, CancellationToken cancel)
    {
        // Where something is left out of what partners give, the last that they give need not hold the last that is wanted.
        var last = query.IsExact && query.Dates.Count == 0 ? query.Max : (int?)null;
        var gathered = last is null
            ? await WholeAsync(look, query, cancel)
            : await GatherAsync(look, query, (what, ask) => gathering.WholeAsync(look, what, query.From, query.To, ask, cancel), last);
        var missing = gathered.Missing.ToList();
        var entries = EntryMaking.Observations(look, gathered, missing)
            .Where(e => query.Matches((Observation)e.Resource, e.Time))
            .GroupBy(e => e.Group)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => g.OrderByDescending(e => e.Time.Start).ThenBy(e => e.Id, StringComparer.Ordinal).Take(query.Max))
            .ToArray();
        return new ReadPage(entries, gathered with { Missing = missing }, null);
    }

    /// <summary>All values of a period, the oldest first.</summary>
    /// <param name="look">Who looks at whom.</param>
    /// <param name="query">The query.</param>
    /// <param name="cancel">The asker went away.</param>
    /// <returns>The values.</returns>
    public async Task<ReadPage> PeriodAsync(Look look, ObservationQuery query, CancellationToken cancel)
    {
        var gathered = await WholeAsync(look, query, cancel);
        var missing = gathered.Missing.ToList();
        var entries = EntryMaking.Observations(look, gathered, missing)
            .Where(e => query.Matches((Observation)e.Resource, e.Time))
            .OrderBy(e => e.Time.Start)
            .ThenBy(e => e.Id, StringComparer.Ordinal)
            .ToArray();
        return new ReadPage(entries, gathered with { Missing = missing }, null);
    }

    private async Task<ReadPage> PageAsync(Look look, ObservationQuery query, PagePosition? after, int limit, CancellationToken cancel)
    {
        var to = query.NewestFirst && after is not null ? Earlier(query.To, after.At.AddTicks(1)) : query.To;
        var gathered = query.NewestFirst
            ? await GatherAsync(look, query, (what, ask) => gathering.NewestAsync(look, what, query.From, to, limit, ask, cancel))
            : await WholeAsync(look, query, cancel);
        var missing = gathered.Missing.ToList();
        var entries = EntryMaking.Observations(look, gathered, missing).Where(e => query.Matches((Observation)e.Resource, e.Time));
        return ReadPage.Of(entries, gathered with { Missing = missing }, query.NewestFirst, query.Count, after);
    }

    private Task<Gathered> WholeAsync(Look look, ObservationQuery query, CancellationToken cancel) =>
        GatherAsync(look, query, (what, ask) => gathering.WholeAsync(look, what, query.From, query.To, ask, cancel));

    private static async Task<Gathered> GatherAsync(
        Look look, ObservationQuery query, Func<string, Func<DateTimeOffset?, int, LookupQuery>, Task<Gathered>> gather, int? last = null)
    {
        var (wanted, _) = Kinds(query);
        var values = look.May(ContentKind.Measurement) && wanted.Contains(ContentKind.Measurement)
            ? gather(Values, (to, limit) => new LookupQuery.MeasurementsOf(look.Patient) { What = query.Kinds ?? [], From = query.From, To = to, Limit = limit, Last = last })
            : Task.FromResult(Gathered.Nothing);
        var scores = look.May(ContentKind.Questionnaire) && wanted.Contains(ContentKind.Questionnaire)
            ? gather(Scores, (to, limit) => new LookupQuery.AnswersOf(look.Patient) { From = query.From, To = to, Limit = limit })
            : Task.FromResult(Gathered.Nothing);
        return (await values).And(await scores);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset b) => a < b ? a : b;
}
