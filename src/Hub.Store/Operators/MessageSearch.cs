using System.Globalization;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Operators;

/// <summary>Turns a filter into a walk along one index, newest first.</summary>
internal sealed class MessageSearch
{
    private const int MaxLimit = 1000;

    private readonly List<object?> _values = [];
    private readonly MessageFilter _filter;

    private MessageSearch(MessageFilter filter) => _filter = filter with { Limit = Math.Clamp(filter.Limit, 1, MaxLimit) };

    public static MessageSearch Of(MessageFilter filter) => new(filter);

    public Task<IReadOnlyList<long>> IdsAsync(Session session)
    {
        var byDelivery = _filter.State is not null || _filter.Partner is not null;
        var byMessage = _filter.PatientKey is not null || _filter.SourceKey is not null || _filter.Party is not null;
        return byDelivery && !byMessage ? FromDeliveriesAsync(session) : FromMessagesAsync(session, byDelivery);
    }

    private async Task<IReadOnlyList<long>> FromMessagesAsync(Session session, bool withDelivery)
    {
        var conditions = new List<string>();
        if (_filter.Tenant is { } tenant)
            conditions.Add("m.tenant = " + Value(CleanText.Of(tenant)));
        if (_filter.Before is { } before)
            conditions.Add("m.id < " + Value(before));
        if (_filter.PatientKey is { } patient)
            conditions.Add("m.patient_key = " + Value(patient));
        if (_filter.SourceKey is { } source)
            conditions.Add("m.source_key = " + Value(source));
        if (_filter.Party is { } party)
        {
            var name = Value(CleanText.Of(party));
            conditions.Add($"(m.source = {name} or exists (select 1 from delivery p where p.id > (m.id << 15) and p.id < ((m.id + 1) << 15) and p.partner = {name}))");
        }

        if (withDelivery)
            conditions.Add($"exists (select 1 from delivery d where d.id > (m.id << 15) and d.id < ((m.id + 1) << 15){OfDelivery()})");
        var where = conditions.Count == 0 ? string.Empty : " where " + string.Join(" and ", conditions);
        return await session.ListAsync(r => r.GetInt64(0), $"select m.id from message m{where} order by m.id desc limit {Value((long)_filter.Limit)}", [.. _values]);
    }

    // A message with several deliveries that fit is met several times in a row.
    private async Task<IReadOnlyList<long>> FromDeliveriesAsync(Session session)
    {
        var bound = Value(0L);
        var limit = Value((long)_filter.Limit);
        var tenant = _filter.Tenant is { } name ? " and d.tenant = " + Value(CleanText.Of(name)) : string.Empty;
        var sql = $"select d.id from delivery d where d.id < {bound}{OfDelivery()}{tenant} order by d.id desc limit {limit}";
        var ids = new List<long>();
        var before = _filter.Before is { } first ? DeliveryKey.Of(first, 0) : long.MaxValue;
        while (ids.Count < _filter.Limit)
        {
            _values[0] = before;
            var page = await session.ListAsync(r => r.GetInt64(0), sql, [.. _values]);
            foreach (var key in page)
            {
                var id = DeliveryKey.Id(key).MessageId;
                if (ids.Count < _filter.Limit && (ids.Count == 0 || ids[^1] != id))
                    ids.Add(id);
            }

            if (page.Count < _filter.Limit)
                break;
            before = page[^1];
        }

        return ids;
    }

    // The state stands in the text, and its range with it: the planners see that a partial index serves.
    private string OfDelivery()
    {
        var text = string.Empty;
        if (_filter.State is { } state)
        {
            text += string.Create(CultureInfo.InvariantCulture, $" and d.state = {(int)state}");
            text += state switch
            {
                DeliveryState.Pending or DeliveryState.Delivered => string.Empty,
                _ => " and d.state in (2, 4, 5, 6)",
            };
        }

        return _filter.Partner is { } partner ? text + " and d.partner = " + Value(CleanText.Of(partner)) : text;
    }

    private string Value(object value)
    {
        _values.Add(value);
        return "$" + _values.Count.ToString(CultureInfo.InvariantCulture);
    }
}
