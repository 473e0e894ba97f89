using Hub.Core.Deliveries;

namespace Hub.Delivery.Lanes;

/// <content>What is left to the database and read again: memory stays bounded, and nothing is taken twice.</content>
internal sealed partial class LaneBook
{
    private readonly Queue<Lane> _toRead = new();
    private readonly HashSet<long> _overflowed = [];
    private readonly HashSet<DeliveryId> _gone = [];
    private readonly HashSet<DeliveryId> _withdrawn = [];
    private bool _reading;

    /// <summary>Lanes that are to be read.</summary>
    public int ToRead => _toRead.Count;

    /// <summary>Lanes that the cursor need not read, since they are read by themselves; at most 1,000.</summary>
    public IReadOnlyList<long> Overflowed => _overflowed.Count == 0 ? [] : [.. _overflowed.Take(1000)];

    /// <summary>From now until <see cref="EndRead"/> what leaves memory is remembered: a read that began before may still show it as pending.</summary>
    public void BeginRead() => _reading = true;

    public void EndRead()
    {
        _reading = false;
        _gone.Clear();
    }

    /// <summary>The next lane to be read, with how many deliveries to ask for.</summary>
    public bool TryNextRead(out Lane lane, out int limit)
    {
        if (!_toRead.TryDequeue(out lane!))
        {
            limit = 0;
            return false;
        }

        lane.ReadQueued = false;
        lane.Missed = false;
        lane.Emptied = false;
        // Those in memory, in flight or not yet written still stand in the database and come first.
        limit = limits.Lane + lane.Count + lane.Uncommitted + AsideOf(lane.Key) + 1;
        return true;
    }

    /// <summary>What a read of a lane found.</summary>
    public void LaneRead(Lane lane, IReadOnlyList<WorkEntry> entries, bool complete, DateTimeOffset now)
    {
        if (!_lanes.TryGetValue(lane.Key, out var current) || !ReferenceEquals(current, lane))
            return;
        // What memory let go of meanwhile counts as gone, and what comes after it would overtake it: the lane is read anew in its turn.
        if (lane.Emptied)
        {
            Arrange(lane, now);
            return;
        }

        if (lane.ThinHead is { } thin)
        {
            _known.Remove(thin);
            lane.ThinHead = null;
        }

        foreach (var entry in entries)
        {
            if (_known.Contains(entry.Id) || WentDuringRead(entry.Id))
                continue;
            if (TryPutAside(entry, now))
                continue;
            if (lane.Count >= limits.Lane && lane.IsAfterAll(entry.Id))
            {
                lane.Missed = true;
                break;
            }

            var first = lane.Head;
            lane.Insert(entry);
            _known.Add(entry.Id);
            Came(entry);
            if (!ReferenceEquals(first, lane.Head))
                lane.Waiting = false;
        }

        if (complete && !lane.Missed)
            SetOverflowed(lane, false);
        Arrange(lane, now);
    }

    /// <summary>A read of a lane failed: it is to be read again.</summary>
    public void ReadFailed(Lane lane) => QueueRead(lane);

    /// <summary>An operator acted on a delivery of this lane: what waits is looked at again, from the database.</summary>
    public void Nudge(long key)
    {
        var lane = LaneOf(key);
        LeaveToDatabase(lane);
        lane.Waiting = false;
        QueueRead(lane);
    }

    /// <summary>An operator held a delivery of this lane or took it out: it is not to be sent. One that is being sent is not called back, but not tried again either.</summary>
    public void Withdraw(long key, DeliveryId id, DateTimeOffset now)
    {
        // A read that began before may still show it as pending.
        if (_reading)
            _gone.Add(id);
        if (!_lanes.TryGetValue(key, out var lane))
            return;
        if (lane.Remove(id) is not { } entry)
        {
            if (_known.Contains(id) && lane.ThinHead != id)
                _withdrawn.Add(id);
            return;
        }

        Forget(id);
        Left(entry);
        lane.Waiting = false;
        Arrange(lane, now);
    }

    /// <summary>From now until <see cref="SetClosed"/> lanes that close are remembered: a look that began before does not show them.</summary>
    public void BeginClosed() => _justClosed.Clear();

    /// <summary>Replaces what is known of lanes closed by a dead letter.</summary>
    public void SetClosed(IReadOnlyDictionary<long, DeliveryId> closed, DateTimeOffset now)
    {
        var before = _closed;
        _closed = closed.ToDictionary();
        foreach (var (key, dead) in _justClosed)
            _closed.TryAdd(key, dead);
        foreach (var key in before.Keys)
        {
            if (!_closed.ContainsKey(key) && _lanes.TryGetValue(key, out var lane))
                Arrange(lane, now);
        }
    }

    /// <summary>How many are being sent that were withdrawn meanwhile.</summary>
    public int Withdrawn => _withdrawn.Count;

    public bool HasClosed => _closed.Count > 0;

    /// <summary>Empties memory of all that is not in flight or being written: the destination is parked and will be read anew.</summary>
    public void Park()
    {
        _ready.Clear();
        _waiting.Clear();
        _toRead.Clear();
        EmptyAside();
        foreach (var lane in _lanes.Values.ToList())
        {
            lane.Queued = lane.Waiting = lane.ReadQueued = false;
            if (lane is { InFlight: false, MustCommit: false, Uncommitted: 0 })
            {
                Empty(lane);
                SetOverflowed(lane, false);
                _lanes.Remove(lane.Key);
                continue;
            }

            var retry = lane.MustCommit && lane.Head is { Tried: true } ? lane.Pop() : null;
            Empty(lane);
            if (retry is not null)
                lane.Insert(retry);
            LeaveToDatabase(lane);
        }
    }

    /// <summary>The partner is back: waiting times that its absence made mean nothing now.</summary>
    public void Resume(DateTimeOffset now)
    {
        IgnoreDue = true;
        foreach (var lane in _lanes.Values.ToList())
        {
            if (lane.Head is { } head)
                head.Tried = false;
            lane.Waiting = false;
            Arrange(lane, now);
        }
    }

    private void Empty(Lane lane)
    {
        if (lane.ThinHead is { } thin)
        {
            Forget(thin);
            lane.ThinHead = null;
        }

        while (lane.Head is not null)
        {
            var entry = lane.Pop();
            Forget(entry.Id);
            Left(entry);
            lane.Emptied = true;
        }
    }

    // A lane that waits long keeps only the number of its head: a million rows behind sick lanes cost nothing but their lanes.
    private void Thin(Lane lane)
    {
        var head = lane.Head!.Id;
        Empty(lane);
        _known.Add(head);
        lane.ThinHead = head;
        LeaveToDatabase(lane);
    }

    private void LeaveToDatabase(Lane lane)
    {
        lane.Missed = true;
        SetOverflowed(lane, true);
    }

    private void SetOverflowed(Lane lane, bool overflowed)
    {
        lane.Overflowed = overflowed;
        if (overflowed)
            _overflowed.Add(lane.Key);
        else
            _overflowed.Remove(lane.Key);
    }

    private void QueueRead(Lane lane)
    {
        if (lane.ReadQueued)
            return;
        lane.ReadQueued = true;
        _toRead.Enqueue(lane);
    }

    /// <summary>Whether a delivery that was taken is not to be sent after all.</summary>
    public bool IsWithdrawn(DeliveryId id) => _withdrawn.Count > 0 && _withdrawn.Contains(id);

    // What was withdrawn while it was being sent leaves memory: whatever became of it since stands in the database.
    private bool LeavesAsWithdrawn(WorkEntry entry, Lane lane)
    {
        if (!IsWithdrawn(entry.Id))
            return false;
        Forget(entry.Id);
        LeaveToDatabase(lane);
        return true;
    }

    private void Forget(DeliveryId id)
    {
        _known.Remove(id);
        if (_withdrawn.Count > 0)
            _withdrawn.Remove(id);
        if (_reading)
            _gone.Add(id);
    }

    private bool WentDuringRead(DeliveryId id) => _reading && _gone.Contains(id);
}
