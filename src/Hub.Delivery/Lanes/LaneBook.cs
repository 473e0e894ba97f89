using Hub.Core.Deliveries;

namespace Hub.Delivery.Lanes;

/// <summary>The lanes of one destination in memory: which delivery may go next, in which order, and what must be read again. No I/O, no clock, no locks: the destination calls it under its own lock.</summary>
/// <remarks>
/// Order: a lane has at most one delivery in flight, and gives them out by rising id. After a success the next one may go before the
/// success is written: the same owner writes in order, so what is written is always a prefix of what was sent. After a crash, or when
/// another owner takes over, everything from the first unwritten delivery on is sent again in order; whoever receives it sees the first
/// copy of each delivery after the first copy of the one before, and can drop the repeats by key. Two owners that overlap for a moment
/// each send such a rising run from their first unwritten delivery, so this holds for the two together. A failure or a dead letter, by
/// contrast, is written before the lane goes on: another owner might come to another end, and the order would then depend on who won.
/// </remarks>
internal sealed partial class LaneBook(LaneLimits limits)
{
    private readonly Dictionary<long, Lane> _lanes = [];
    private readonly Queue<Lane> _ready = new();
    private readonly PriorityQueue<Lane, DateTimeOffset> _waiting = new();
    private readonly HashSet<DeliveryId> _known = [];
    private readonly HashSet<DeliveryId> _inFlight = [];
    private Dictionary<long, DeliveryId> _closed = [];
    private readonly Dictionary<long, DeliveryId> _justClosed = [];

    /// <summary>Deliveries in memory that are not in flight.</summary>
    public int InMemory { get; private set; }

    /// <summary>About how many bytes they take.</summary>
    public long Bytes { get; private set; }

    public int InFlight => _inFlight.Count;

    /// <summary>Deliveries that were given out and have not come to their end.</summary>
    public IReadOnlySet<DeliveryId> Out => _inFlight;

    /// <summary>Outcomes that stand in the queue to be written.</summary>
    public int Unwritten { get; private set; }

    public int Lanes => _lanes.Count;

    /// <summary>Lanes that may send now.</summary>
    public int Ready => _ready.Count;

    /// <summary>Treat what was read from the database as due: the partner is back, and waiting times that its absence made mean nothing now.</summary>
    public bool IgnoreDue { get; set; }

    /// <summary>When the next lane wants to be looked at; null when none waits.</summary>
    public DateTimeOffset? NextWake
    {
        get
        {
            DateTimeOffset? next = _waiting.TryPeek(out _, out var at) ? at : null;
            return NextAside is { } aside && (next is null || aside < next) ? aside : next;
        }
    }

    public bool Knows(DeliveryId id) => _known.Contains(id) || _aside.ContainsKey(id);

    /// <summary>Takes a delivery into memory if there is room in its lane.</summary>
    public Offered Offer(WorkEntry entry, DateTimeOffset now)
    {
        if (_known.Contains(entry.Id) || WentDuringRead(entry.Id))
            return Offered.Known;
        if (TryPutAside(entry, now))
            return Offered.Left;
        var lane = LaneOf(entry.Row.Lane);
        var isLast = lane.IsAfterAll(entry.Id);
        if (isLast && (lane.Overflowed || lane.Count >= limits.Lane))
        {
            LeaveToDatabase(lane);
            Arrange(lane, now);
            return Offered.Left;
        }

        Insert(lane, entry, now);
        return Offered.Taken;
    }

    /// <summary>Gives out heads of lanes, at most one per lane.</summary>
    public void Take(int max, DateTimeOffset now, List<WorkEntry> batch)
    {
        Ripen(now);
        while (batch.Count < max && _ready.TryDequeue(out var lane))
        {
            lane.Queued = false;
            if (lane.Head is null || IsClosed(lane))
            {
                Arrange(lane, now);
                continue;
            }

            var entry = lane.Pop();
            batch.Add(entry);
            lane.InFlight = true;
            Left(entry);
            _inFlight.Add(entry.Id);
        }
    }

    /// <summary>Gives a delivery back that was taken but not sent.</summary>
    public void Untake(WorkEntry entry, DateTimeOffset now)
    {
        var lane = entry.Lane!;
        Landed(entry, lane);
        if (!LeavesAsWithdrawn(entry, lane))
        {
            lane.Insert(entry);
            Came(entry);
        }

        Arrange(lane, now);
    }

    /// <summary>A delivery that was taken is not to be sent now: it leaves memory and stays in the database.</summary>
    public void LetGo(WorkEntry entry, DateTimeOffset now)
    {
        var lane = entry.Lane!;
        Landed(entry, lane);
        Forget(entry.Id);
        Arrange(lane, now);
    }

    /// <summary>A try has ended, and its outcome stands in the queue to be written.</summary>
    public void Ended(WorkEntry entry, Fate fate, DateTimeOffset now)
    {
        var lane = entry.Lane!;
        Landed(entry, lane);
        lane.Uncommitted++;
        Unwritten++;
        if (fate == Fate.Retry && !LeavesAsWithdrawn(entry, lane))
        {
            entry.Tried = true;
            entry.GoesAside = BelongsAside(entry, now);
            if (!entry.GoesAside)
            {
                lane.Insert(entry);
                Came(entry);
            }
        }

        lane.MustCommit |= fate != Fate.Sent;
        Arrange(lane, now);
    }

    /// <summary>The outcome is written.</summary>
    public void Committed(WorkEntry entry, Fate fate, DateTimeOffset now)
    {
        var (lane, withdrawn) = (entry.Lane!, IsWithdrawn(entry.Id));
        lane.Uncommitted--;
        Unwritten--;
        if (fate != Fate.Sent)
            lane.MustCommit = false;
        if (fate != Fate.Retry || entry.GoesAside)
            Forget(entry.Id);
        if (entry.GoesAside)
            PutAside(entry, now);
        entry.GoesAside = false;
        if (fate == Fate.Closed && !withdrawn)
            _closed[lane.Key] = _justClosed[lane.Key] = entry.Id;
        Arrange(lane, now);
    }

    /// <summary>Looks at lanes whose time has come.</summary>
    public void Ripen(DateTimeOffset now)
    {
        while (_waiting.TryPeek(out var lane, out var at) && at <= now)
        {
            _waiting.Dequeue();
            if (!lane.Waiting || lane.NotBefore != at)
                continue;
            lane.Waiting = false;
            Arrange(lane, now);
        }

        RipenAside(now);
    }

    /// <summary>When the oldest delivery in memory was taken in; null when there is none. Walks the lanes: for status pages.</summary>
    /// <param name="exceptRoutes">Routes whose deliveries are to wait: one that is tried again may still be in memory.</param>
    public DateTimeOffset? Oldest(IReadOnlyList<string> exceptRoutes)
    {
        DateTimeOffset? oldest = null;
        foreach (var lane in _lanes.Values)
        {
            if (lane.Head is { } head && (oldest is null || head.Row.AcceptedAt < oldest) && !exceptRoutes.Contains(head.Row.Route))
                oldest = head.Row.AcceptedAt;
        }

        return oldest;
    }

    private void Came(WorkEntry entry)
    {
        InMemory++;
        Bytes += entry.Size;
    }

    private void Left(WorkEntry entry)
    {
        InMemory--;
        Bytes -= entry.Size;
    }

    private void Landed(WorkEntry entry, Lane lane)
    {
        lane.InFlight = false;
        _inFlight.Remove(entry.Id);
    }

    private void Insert(Lane lane, WorkEntry entry, DateTimeOffset now)
    {
        var first = lane.Head;
        lane.Insert(entry);
        _known.Add(entry.Id);
        Came(entry);
        if (!ReferenceEquals(first, lane.Head))
            lane.Waiting = false;
        Arrange(lane, now);
    }

    // Puts a lane where it belongs after any change: among the ready, the waiting, those to be read, or out of the book.
    private void Arrange(Lane lane, DateTimeOffset now)
    {
        if (lane.InFlight || lane.MustCommit || lane.Queued || lane.Waiting)
            return;
        if (lane.Head is not { } head)
        {
            ArrangeEmpty(lane);
            return;
        }

        if (IsClosed(lane))
        {
            Thin(lane);
            return;
        }

        var due = IgnoreDue && !head.Tried ? now : head.Row.Due;
        if (due <= now)
        {
            lane.Queued = true;
            _ready.Enqueue(lane);
            return;
        }

        lane.Waiting = true;
        lane.NotBefore = due;
        _waiting.Enqueue(lane, due);
        if (due - now > limits.ThinAfter)
            Thin(lane);
    }

    private void ArrangeEmpty(Lane lane)
    {
        if (lane.Overflowed)
        {
            if (!_closed.ContainsKey(lane.Key))
                QueueRead(lane);
        }
        else if (lane.Uncommitted == 0 && !lane.ReadQueued)
        {
            _lanes.Remove(lane.Key);
        }
    }

    // A dead letter closes its lane for all that came after it; an earlier one that an operator sends again may go.
    private bool IsClosed(Lane lane) => _closed.Count > 0 && lane.Head is { } head && _closed.TryGetValue(lane.Key, out var dead) && head.Id > dead;

    private Lane LaneOf(long key)
    {
        ref var lane = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_lanes, key, out _);
        return lane ??= new Lane(key);
    }
}
