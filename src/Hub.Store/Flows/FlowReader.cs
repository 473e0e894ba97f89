using Hub.Core.Storage;
using Hub.Store.Search;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Flows;

/// <summary>Figures flows and series.</summary>
internal sealed class FlowReader(Database database, FlowBook flows) : IFlowStore
{
    private const int Sample = 4000;

    private readonly FlowParts _parts = new(database.Dialect);

    public Task<IReadOnlyList<FlowEdge>> FlowsAsync(FlowFilter filter, CancellationToken cancel) => database.ReadAsync(
        async session =>
        {
            var (period, known) = await PeriodAsync(session, filter);
            var counts = await _parts.CountsAsync(session, period);
            var unfinished = await _parts.TakenInAsync(session, period, await FlowParts.UnfinishedAsync(session, period));
            var sample = await _parts.SampleAsync(session, period, counts.Values.Sum(), Sample);
            return FlowSum.Of(filter, known, counts, unfinished, sample);
        },
        cancel);

    public Task<IReadOnlyList<SeriesPoint>> SeriesAsync(FlowFilter filter, TimeSpan step, SeriesMetric metric, CancellationToken cancel) => database.ReadAsync(
        async session =>
        {
            var (period, known) = await PeriodAsync(session, filter);
            var line = new SeriesLine(period.From, period.To, step.Ticks / TimeSpan.TicksPerMicrosecond);
            if (metric == SeriesMetric.Volume)
                return line.Counts(await _parts.VolumeAsync(session, period, line.Step));
            var ends = new FlowEnds(filter, known);
            if (metric == SeriesMetric.Failures)
                return line.Failures((await FlowParts.FailedAsync(session, period)).Where(ends.Has));
            var messages = (await _parts.CountsAsync(session, period)).Values.Sum();
            var delivered = (await _parts.SampleAsync(session, period, messages, Sample)).Where(ends.Has);
            return metric == SeriesMetric.Delay
                ? line.Delays(delivered)
                : line.Ages([.. delivered, .. (await FlowParts.UnfinishedAsync(session, period with { First = 0 })).Where(ends.Has)]);
        },
        cancel);

    private async Task<(Period Period, Dictionary<int, Flow> Known)> PeriodAsync(Session session, FlowFilter filter)
    {
        var all = await flows.RefreshAsync(session);
        var known = all.Where(f => FlowEnds.Has(filter, f.Key)).ToDictionary(f => f.Id);
        var (first, end) = await AcceptedBetween.FindAsync(session, filter.From, filter.To);
        return (new Period([.. known.Keys], first, end, Micros.Of(filter.From), Micros.Of(filter.To)) { IsEverything = known.Count == all.Count }, known);
    }
}
