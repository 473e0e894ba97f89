using System.Globalization;
using Hub.Store.Sql;

namespace Hub.Store.Search;

/// <summary>Some stretches of one index, each in the order of numbers, read together from the highest number down. It costs one look per stretch, and reads of those alone that can reach into the page.</summary>
/// <param name="source">Table and fixed conditions, such as <c>delivery where state = 1</c>.</param>
/// <param name="columns">What a stretch has in common: column or expression, and its PostgreSQL type.</param>
internal sealed class IdStreams(string source, params (string Column, string Type)[] columns)
{
    private const int FirstKey = 4;

    // Parameters: $1 first number that is too high, $2 lowest, $3 how many; the stretches from $4 on.
    private readonly string _one =
        $"select id from {source} and {Join(" and ", i => $"{columns[i].Column} = ${FirstKey + i}", columns.Length)} and id < $1 and id >= $2 order by id desc limit $3";

    private readonly string _all = $"""
        with stretch as materialized (
          select {Join(", ", i => $"k.c{i}", columns.Length)}, (select id from {source} and {Equal(columns, "k")} and id < $1 and id >= $2 order by id desc limit 1) as last
          from unnest({Join(", ", i => $"${FirstKey + i}::{columns[i].Type}[]", columns.Length)}) as k({Join(", ", i => $"c{i}", columns.Length)})),
        high as (select * from stretch where last is not null order by last desc limit $3)
        select n.id from high h, lateral (select id from {source} and {Equal(columns, "h")} and id < $1 and id >= $2 order by id desc limit $3) n
        order by n.id desc limit $3
        """;

    // One statement for all stretches: preparing one for each would cost more than the looks. Stretches of several columns are few.
    private readonly string _last = $"""
        select k.key, (select id from {source} and {Join(" and ", i => $"{columns[i].Column} = {(i == 0 ? "k.value" : $"json_extract(${FirstKey + i}, '$[' || k.key || ']')")}", columns.Length)}
          and id < $1 and id >= $2 order by id desc limit 1)
        from json_each(${FirstKey}) k where $3 > 0
        """;

    /// <summary>Reads on.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="dialect">The database.</param>
    /// <param name="keys">The stretches: one array per column, all of the same length.</param>
    /// <param name="before">First number that is too high.</param>
    /// <param name="floor">Lowest number.</param>
    /// <param name="limit">At most so many.</param>
    /// <returns>Numbers, the highest first.</returns>
    public async Task<IReadOnlyList<long>> ReadAsync(Session session, Dialect dialect, Array[] keys, long before, long floor, long limit)
    {
        if (keys[0].Length == 0)
            return [];
        if (dialect == Dialect.Postgres)
            return await session.ListAsync(r => r.GetInt64(0), _all, [before, floor, limit, .. keys]);
        var highest = await session.ListAsync(r => (Place: r.GetInt32(0), Last: r.IsDBNull(1) ? -1 : r.GetInt64(1)), _last, [before, floor, limit, .. keys]);
        var ids = new List<long>();
        foreach (var (place, _) in highest.Where(h => h.Last >= 0).OrderByDescending(h => h.Last).Take((int)limit))
            ids.AddRange(await OneAsync(session, keys, place, before, floor, limit));
        return [.. ids.OrderDescending().Take((int)limit)];
    }

    private Task<List<long>> OneAsync(Session session, Array[] keys, int place, long before, long floor, long limit) =>
        session.ListAsync(r => r.GetInt64(0), _one, [before, floor, limit, .. keys.Select(k => k.GetValue(place))]);

    private static string Equal((string Column, string Type)[] columns, string table) => Join(" and ", i => $"{columns[i].Column} = {table}.c{i}", columns.Length);

    private static string Join(string between, Func<int, string> part, int count) =>
        string.Join(between, Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{part(i)}")));
}
