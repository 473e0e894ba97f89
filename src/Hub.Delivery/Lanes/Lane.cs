using Hub.Core.Deliveries;

namespace Hub.Delivery.Lanes;

/// <summary>The part of a lane that is in memory: a list in order of delivery ids, and why its head may not go yet.</summary>
internal sealed class Lane(long key)
{
    public long Key { get; } = key;

    public WorkEntry? Head { get; private set; }

    public int Count { get; private set; }

    /// <summary>A delivery of the lane is being sent.</summary>
    public bool InFlight { get; set; }

    /// <summary>It stands in the queue of lanes that may send.</summary>
    public bool Queued { get; set; }

    /// <summary>It stands among those that wait for a time.</summary>
    public bool Waiting { get; set; }

    public DateTimeOffset NotBefore { get; set; }

    /// <summary>It stands in the queue of lanes to be read from the database.</summary>
    public bool ReadQueued { get; set; }

    /// <summary>The last step must be written before anything else of the lane goes out.</summary>
    public bool MustCommit { get; set; }

    /// <summary>Successes that are sent but not yet written.</summary>
    public int Uncommitted { get; set; }

    /// <summary>The database holds more of this lane than memory does.</summary>
    public bool Overflowed { get; set; }

    /// <summary>Something was left to the database since the last read of the lane began.</summary>
    public bool Missed { get; set; }

    /// <summary>Memory let go of deliveries of the lane since the last read of it began: that read no longer knows what comes first.</summary>
    public bool Emptied { get; set; }

    /// <summary>The head, when the lane waits without anything in memory.</summary>
    public DeliveryId? ThinHead { get; set; }

    private WorkEntry? _tail;

    public bool IsAfterAll(DeliveryId id) => _tail is null || id > _tail.Id;

    public void Insert(WorkEntry entry)
    {
        Count++;
        entry.Lane = this;
        if (_tail is null || entry.Id > _tail.Id)
        {
            entry.Next = null;
            if (_tail is null)
                Head = entry;
            else
                _tail.Next = entry;
            _tail = entry;
            return;
        }

        if (entry.Id < Head!.Id)
        {
            entry.Next = Head;
            Head = entry;
            return;
        }

        var before = Head;
        while (before.Next is { } next && next.Id < entry.Id)
            before = next;
        entry.Next = before.Next;
        before.Next = entry;
    }

    /// <summary>Takes one out, wherever it stands; null when it is not there.</summary>
    public WorkEntry? Remove(DeliveryId id)
    {
        if (Head is null || Head.Id == id)
            return Head is null ? null : Pop();
        var before = Head;
        while (before.Next is { } next && next.Id != id)
            before = next;
        if (before.Next is not { } found)
            return null;
        before.Next = found.Next;
        found.Next = null;
        if (ReferenceEquals(_tail, found))
            _tail = before;
        Count--;
        return found;
    }

    public WorkEntry Pop()
    {
        var entry = Head!;
        Head = entry.Next;
        if (Head is null)
            _tail = null;
        entry.Next = null;
        Count--;
        return entry;
    }
}
