using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Hub.Core.Content;
using Hub.Store.Sql;

namespace Hub.Store.Flows;

/// <summary>All flows of the installation, in memory. They are only ever added, in the order of their numbers, so whatever is above the last number known is new.</summary>
internal sealed class FlowBook(Database database)
{
    /// <summary>More flows than this are not told apart: their messages have flow 0 and are found by looking at them.</summary>
    public const int Most = 50_000;

    private const string Newer = "select id, tenant, source, kind, triage, deliveries from flow where id > $1 order by id";

    private const string Add = "insert into flow (id, tenant, source, kind, triage, deliveries) values ($1, $2, $3, $4, $5, $6)";

    private readonly ConcurrentDictionary<FlowKey, int> _ids = new();
    private readonly Lock _gate = new();
    private volatile IReadOnlyList<Flow> _flows = [];

    /// <summary>The flows known here.</summary>
    public IReadOnlyList<Flow> Known => _flows;

    /// <summary>The number of a flow known here; 0 when it is not.</summary>
    public int Find(in FlowKey key) => _ids.GetValueOrDefault(key);

    /// <summary>The numbers of flows; those that are new are added, in a transaction of their own.</summary>
    public ValueTask<int[]> NumberAsync(IReadOnlyList<FlowKey> keys, CancellationToken cancel)
    {
        var ids = new int[keys.Count];
        var isWhole = true;
        for (var i = 0; i < ids.Length; i++)
            isWhole &= (ids[i] = Find(keys[i])) > 0;
        return isWhole || _flows.Count >= Most ? new(ids) : new(AddAsync(keys, cancel));
    }

    /// <summary>All flows, as far as the session sees them.</summary>
    public async Task<IReadOnlyList<Flow>> RefreshAsync(Session session)
    {
        var known = _flows;
        Learn(await session.ListAsync(Read, Newer, known.Count == 0 ? 0 : known[^1].Id));
        return _flows;
    }

    // Nobody else numbers flows at the same time: numbers become visible in their order.
    private async Task<int[]> AddAsync(IReadOnlyList<FlowKey> keys, CancellationToken cancel)
    {
        var added = await database.AloneAsync(
            async session =>
            {
                var flows = await RefreshAsync(session);
                var last = flows.Count == 0 ? 0 : flows[^1].Id;
                var missing = keys.Distinct().Where(k => Find(k) == 0).Take(Math.Max(0, Most - flows.Count)).Select(k => new Flow(++last, k)).ToList();
                foreach (var flow in missing)
                    await session.RunAsync(Add, flow.Id, flow.Key.Tenant, flow.Key.Source, (short)flow.Key.Kind, (short)flow.Key.Triage, Text(flow.Key.Ends));
                return missing;
            },
            cancel);
        Learn(added);
        return [.. keys.Select(k => Find(k))];
    }

    private void Learn(List<Flow> newer)
    {
        if (newer.Count == 0)
            return;
        lock (_gate)
        {
            var last = _flows.Count == 0 ? 0 : _flows[^1].Id;
            var added = newer.Where(f => f.Id > last).ToList();
            _flows = [.. _flows, .. added];
            foreach (var flow in added)
                _ids.TryAdd(flow.Key, flow.Id);
        }
    }

    private static string Text(FlowEnd[] ends) => JsonSerializer.Serialize(ends.Select(e => new[] { e.Partner, e.Route }));

    private static Flow Read(DbDataReader r) => new(
        (int)r.GetInt64(0),
        new FlowKey(
            r.GetString(1),
            r.GetString(2),
            (ContentKind)r.GetInt16(3),
            (Triage)r.GetInt16(4),
            [.. JsonSerializer.Deserialize<string[][]>(r.GetString(5))!.Select(e => new FlowEnd(e[0], e[1]))]));
}
