using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Store.Flows;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Search;

/// <summary>Chooses the index that names the fewest candidates for a filter.</summary>
internal sealed class CandidateSources(Dialect dialect, FlowBook flows)
{
    private const string ByNumber = "select id from message where id < $1 and id >= $2 order by id desc limit $3";

    private const int Stretch = 500;

    private static readonly IdStreams Flows = new("message where true", ("flow", "int"));

    private static readonly IdStreams Waiting = new("delivery where state = 1", ("part", "int"), ("tenant", "text"), ("partner", "text"));

    private readonly IdStreams _flagged = new($"delivery where {FlagText.IsFlagged}", (FlagText.Indexed(dialect), "text"));
    private readonly NamedCandidates _named = new(dialect);

    /// <summary>Chooses.</summary>
    public async Task<CandidateSource> ChooseAsync(Session session, MessageFilter filter)
    {
        var (floor, end) = await AcceptedBetween.FindAsync(session, filter.From, filter.To);
        if (filter.External.Any)
            return Named(await _named.ExternalAsync(session, filter), filter, floor, end);
        if (filter.SourceKey is { } source)
            return Named(await NamedCandidates.SourcesAsync(session, [source]), filter, floor, end);
        var match = FlowMatch.Of(filter, await flows.RefreshAsync(session));
        if (filter.Correlation is { } correlation)
            return Bounded(_named.Correlation(match), NamedCandidates.Values(correlation, match), session, filter, floor, end);
        if (filter.PatientKey is { } patient)
            return Bounded(_named.Patient(match), NamedCandidates.Values(patient, match), session, filter, floor, end);
        if (filter.Error is not null || filter.State is not (null or DeliveryState.Pending or DeliveryState.Delivered))
            return Deliveries(_flagged, [match.Flagged(await FlagText.AllAsync(session, dialect), filter)], session, floor, end);
        if (filter.State == DeliveryState.Pending)
            return Deliveries(Waiting, await Destinations.ReadAsync(session, dialect, filter), session, floor, end);
        if (match.IsEverything)
            return Bounded(ByNumber, [], session, filter, floor, end);
        Array[] ids = [match.Flows];
        return new CandidateSource(async (before, limit) => Candidates.Of(await Flows.ReadAsync(session, dialect, ids, Math.Min(before, end), floor, limit), limit), _ => true);
    }

    // How rare a state or an error is among them nobody knows beforehand: a bounded number is looked at, and what is left is for the next page.
    private CandidateSource Bounded(string sql, object?[] values, Session session, MessageFilter filter, long floor, long end) => new(
        async (before, limit) =>
        {
            var narrows = filter.State is not null || filter.Error is not null;
            var most = narrows ? Math.Max(limit, Stretch) : limit;
            var ids = await session.ListAsync(r => r.GetInt64(0), sql, [Math.Min(before, end), floor, (long)most, .. values]);
            var all = Candidates.Of(ids, most);
            return narrows ? all.Those(await _named.WithDeliveryAsync(session, ids, filter.State, filter.Error), limit) : all;
        },
        c => Fits(c, filter));

    // Of a message with several deliveries that fit, each is met: numbers are read until there are enough different ones.
    private CandidateSource Deliveries(IdStreams streams, Array[] keys, Session session, long floor, long end) => new(
        async (before, limit) =>
        {
            var ids = new List<long>();
            var below = DeliveryKey.Of(Math.Min(before, end), 0);
            while (ids.Count < limit)
            {
                var page = await streams.ReadAsync(session, dialect, keys, below, DeliveryKey.Of(floor, 0), limit);
                foreach (var key in page)
                {
                    var id = key >> DeliveryKey.Shift;
                    if (ids.Count < limit && (ids.Count == 0 || ids[^1] != id))
                        ids.Add(id);
                }

                if (page.Count < limit)
                    break;
                below = page[^1];
            }

            return Candidates.Of(ids, limit);
        },
        _ => true);

    private static CandidateSource Named(IReadOnlyList<long> ids, MessageFilter filter, long floor, long end) => new(
        (before, limit) => Task.FromResult(Candidates.Of([.. ids.Where(i => i < Math.Min(before, end) && i >= floor).OrderDescending().Take(limit)], limit)),
        c => Fits(c, filter));

    private static bool Fits(Candidate candidate, MessageFilter filter) =>
        (filter.SourceKey ?? candidate.SourceKey) == candidate.SourceKey && (filter.PatientKey ?? candidate.PatientKey) == candidate.PatientKey;
}

/// <summary>Names candidates from the highest number down.</summary>
/// <param name="ReadAsync">At most so many numbers below a number.</param>
/// <param name="Fits">What a head does not tell.</param>
internal sealed record CandidateSource(Func<long, int, Task<Candidates>> ReadAsync, Func<Candidate, bool> Fits);
