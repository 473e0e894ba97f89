using Hub.Core.Storage;
using Hub.Store.Flows;
using Hub.Store.Sql;

namespace Hub.Store.Search;

/// <summary>Finds messages: an index names candidates from the newest down, and what they are decides. Where an index cannot tell everything, most candidates may fall away: after a bounded number of them the page ends.</summary>
internal sealed class MessageFinder(Database database, FlowBook flows)
{
    private const int MaxLimit = 1000;

    // About 50 ms of looking at messages one by one.
    private const int MostCandidates = 2000;

    private readonly HeadReader _heads = new(database.Dialect);
    private readonly CandidateSources _sources = new(database.Dialect, flows);

    public Task<MessagePage> SearchAsync(MessageFilter filter, CancellationToken cancel) =>
        database.ReadAsync(session => SearchAsync(session, Clean(filter), MostCandidates), cancel);

    /// <summary>A page that is full unless there are no more, however long it takes.</summary>
    public async Task<IReadOnlyList<long>> IdsAsync(Session session, MessageFilter filter)
    {
        var (clean, ids) = (Clean(filter), new List<long>());
        while (true)
        {
            var page = await SearchAsync(session, clean, MostCandidates);
            ids.AddRange(page.Messages.Select(m => m.Id));
            if (page.Next is null || ids.Count >= clean.Limit)
                return ids.Count > clean.Limit ? ids[..clean.Limit] : ids;
            clean = clean with { Before = page.Next };
        }
    }

    private async Task<MessagePage> SearchAsync(Session session, MessageFilter filter, int budget)
    {
        var source = await _sources.ChooseAsync(session, filter);
        var found = new List<MessageHead>();
        var before = filter.Before ?? long.MaxValue >> Text.DeliveryKey.Shift;
        for (var batch = filter.Limit + 1; budget > 0; batch = Math.Min(batch * 4, MaxLimit))
        {
            var candidates = await source.ReadAsync(before, batch);
            foreach (var candidate in await _heads.ReadAsync(session, candidates.Ids))
            {
                if (source.Fits(candidate) && filter.Shown(candidate.Head) is { } shown && filter.Fits(shown))
                    found.Add(shown);
                if (found.Count > filter.Limit)
                    return new MessagePage(found[..filter.Limit], found[filter.Limit - 1].Id);
            }

            if (candidates.Next is not { } next)
                return new MessagePage(found, null);
            budget -= Math.Max(1, candidates.Looked);
            before = next;
        }

        return new MessagePage(found, before);
    }

    private static MessageFilter Clean(MessageFilter filter) => filter with
    {
        Limit = Math.Clamp(filter.Limit, 1, MaxLimit),
        Tenant = Text.CleanText.OrNull(filter.Tenant),
        Partner = Text.CleanText.OrNull(filter.Partner),
        Source = Text.CleanText.OrNull(filter.Source),
        Route = Text.CleanText.OrNull(filter.Route),
        Error = Text.CleanText.OrNull(filter.Error),
        Correlation = Text.CleanText.OrNull(filter.Correlation),
        Party = Text.CleanText.OrNull(filter.Party),
    };
}
