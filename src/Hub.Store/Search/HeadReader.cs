using System.Data.Common;
using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Search;

/// <summary>Reads what a list shows of messages, in two statements however many they are.</summary>
internal sealed class HeadReader(Dialect dialect)
{
    private readonly string _messages = $"""
        select m.id, m.tenant, m.source, m.source_id, m.kind, m.category, m.triage, m.accepted, m.occurred, m.correlation, m.patient_key, m.source_key
        from ({dialect.Numbers("$1", "id")}) i join message m on m.id = i.id
        """;

    private readonly string _deliveries = $"""
        select d.id, d.route, d.partner, d.mapping, d.state, d.attempts, d.error, d.due
        from ({dialect.Numbers("$1", "id")}) i join delivery d on {DeliveryKey.OfMessage("d.id", "i.id")}
        """;

    /// <summary>Reads messages.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="ids">Their numbers, the highest first.</param>
    /// <returns>Those that are there, in the same order.</returns>
    public async Task<IReadOnlyList<Candidate>> ReadAsync(Session session, IReadOnlyList<long> ids)
    {
        if (ids.Count == 0)
            return [];
        var numbers = ids.ToArray();
        var messages = await session.ListAsync(Message, _messages, numbers);
        var deliveries = (await session.ListAsync(Delivery, _deliveries, numbers)).ToLookup(d => d.Id.MessageId);
        return
        [
            .. messages.OrderByDescending(m => m.Head.Id).Select(m => m with { Head = m.Head with { Deliveries = [.. deliveries[m.Head.Id].OrderBy(d => d.Id)] } }),
        ];
    }

    private static Candidate Message(DbDataReader r) => new(
        new MessageHead(
            r.GetInt64(0),
            r.GetString(1),
            r.GetString(2),
            r.GetString(3),
            (ContentKind)r.GetInt16(4),
            r.Text(5),
            (Triage)r.GetInt16(6),
            r.Time(7),
            r.Time(8),
            r.Text(9),
            []),
        r.Uuid(10),
        r.Uuid(11));

    private static DeliveryHead Delivery(DbDataReader r)
    {
        var state = (DeliveryState)r.GetInt16(4);
        var isFinal = state is DeliveryState.Delivered or DeliveryState.DeadLettered or DeliveryState.Discarded;
        return new DeliveryHead(
            DeliveryKey.Id(r.GetInt64(0)), r.GetString(1), r.GetString(2), r.GetString(3), state, r.GetInt32(5), r.Text(6), isFinal ? null : r.Time(7));
    }
}

/// <summary>A message that may be what is asked for.</summary>
/// <param name="Head">What a list shows of it.</param>
/// <param name="PatientKey">Its patient.</param>
/// <param name="SourceKey">Its source id.</param>
internal sealed record Candidate(MessageHead Head, Guid PatientKey, Guid SourceKey);
