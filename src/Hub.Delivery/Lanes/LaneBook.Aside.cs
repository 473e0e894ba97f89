using Hub.Core.Deliveries;

namespace Hub.Delivery.Lanes;

/// <content>
/// Deliveries whose time has not come and that hold nobody up: answers that wait for a message's other deliveries, and bytes that went out
/// before, were not acknowledged, and could not be sent again just now. Order is not at stake: what they are about was sent in its turn.
/// Only their numbers are kept; their lane is read anew when their time has come.
/// </content>
internal sealed partial class LaneBook
{
    // What another node made due behind this memory's back is found in the end.
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMinutes(10);

    private readonly Dictionary<DeliveryId, (long Lane, DateTimeOffset At)> _aside = [];
    private readonly PriorityQueue<DeliveryId, DateTimeOffset> _asideUntil = new();
    private readonly Dictionary<long, int> _asideOf = [];

    /// <summary>Deliveries that wait beside their lanes.</summary>
    public int Aside => _aside.Count;

    /// <summary>When the next of them wants to be looked at.</summary>
    private DateTimeOffset? NextAside => _asideUntil.TryPeek(out _, out var at) ? at : null;

    // The partner's return ends the waiting for its next try, and never that of an answer for others.
    private bool BelongsAside(WorkEntry entry, DateTimeOffset now) =>
        entry.Row.WaitsForOthers(now) || (entry.IsResend && entry.Row.Due > now && (!IgnoreDue || entry.Tried));

    private bool TryPutAside(WorkEntry entry, DateTimeOffset now)
    {
        TakeFromAside(entry.Id);
        if (!BelongsAside(entry, now))
            return false;
        PutAside(entry, now);
        return true;
    }

    private void PutAside(WorkEntry entry, DateTimeOffset now)
    {
        var at = entry.Row.Due < now + LookAgainAfter ? entry.Row.Due : now + LookAgainAfter;
        _aside[entry.Id] = (entry.Row.Lane, at);
        _asideUntil.Enqueue(entry.Id, at);
        _asideOf[entry.Row.Lane] = AsideOf(entry.Row.Lane) + 1;
    }

    private int AsideOf(long lane) => _asideOf.GetValueOrDefault(lane);

    private bool TakeFromAside(DeliveryId id)
    {
        if (_aside.Count == 0 || !_aside.Remove(id, out var waited))
            return false;
        if (AsideOf(waited.Lane) is var count and > 1)
            _asideOf[waited.Lane] = count - 1;
        else
            _asideOf.Remove(waited.Lane);
        return true;
    }

    private void RipenAside(DateTimeOffset now)
    {
        while (_asideUntil.TryPeek(out var id, out var at) && at <= now)
        {
            _asideUntil.Dequeue();
            if (!_aside.TryGetValue(id, out var waited) || waited.At != at)
                continue;
            TakeFromAside(id);
            Nudge(waited.Lane);
        }
    }

    // Those that wait for the partner, or for nothing any more, are read again with everything else.
    private void EmptyAside()
    {
        _aside.Clear();
        _asideUntil.Clear();
        _asideOf.Clear();
    }
}
