using Hub.Core.Lookups;

namespace Hub.Host.Reading;

/// <summary>Reads answered forms for somebody who may look.</summary>
/// <param name="gathering">Gathers what partners have.</param>
internal sealed class FormReading(Gathering gathering)
{
    private const string What = "forms";

    /// <summary>One page of a search.</summary>
    /// <param name="look">Who looks at whom.</param>
    /// <param name="query">The query.</param>
    /// <param name="after">Where the page before ended, null for the first.</param>
    /// <param name="cancel">The asker went away.</param>
    /// <returns>The page.</returns>
    public async Task<ReadPage> SearchAsync(Look look, FormQuery query, PagePosition? after, CancellationToken cancel)
    {
        var from = query.Dates.Select(d => d.From).Max();
        var to = query.Dates.Select(d => d.To).Min();
        var gathered = await gathering.WholeAsync(
            look, What, from, to, (until, limit) => new LookupQuery.AnswersOf(look.Patient) { FormId = query.VendorForm, From = from, To = until, Limit = limit }, cancel);
        var missing = gathered.Missing.ToList();
        var entries = EntryMaking.Forms(look, gathered, missing).Where(query.Matches);
        return ReadPage.Of(entries, gathered with { Missing = missing }, query.NewestFirst, query.Count, after);
    }
}
