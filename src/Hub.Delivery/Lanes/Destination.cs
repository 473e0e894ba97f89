using Hub.Core.Deliveries;
using Hub.Delivery.Outcomes;
using Hub.Delivery.Ownership;
using Hub.Delivery.Sending;

namespace Hub.Delivery.Lanes;

/// <summary>Everything that goes to one partner from one partition: its lanes in memory, how far the database has been read, and the sends in flight. Has its own tasks, so that a slow partner slows nobody else.</summary>
internal sealed partial class Destination
{
    private readonly NodeContext _node;
    private readonly Shipper _shipper;
    private readonly Lock _gate = new();
    private readonly LaneBook _book;
    private readonly ITimer _timer;
    private int _workers;
    private int _counted;
    private long _countedBytes;
    private bool _dropped;
    private bool _draining;
    private DateTimeOffset _timerAt = DateTimeOffset.MaxValue;

    public Destination(NodeContext node, Shipper shipper, PartnerLine line, OwnedPartition partition)
    {
        (_node, _shipper, Line, Partition) = (node, shipper, line, partition);
        _book = new LaneBook(new LaneLimits(node.Settings.LaneMemory, node.Settings.ThinAfter));
        _timer = node.Time.CreateTimer(static d => ((Destination)d!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _closedStale = node.Config.Current.ParkingRoutes(line.Tenant, line.Partner).Count > 0;
        line.Add(this);
    }

    public PartnerLine Line { get; }

    public OwnedPartition Partition { get; }

    public int InFlight => _book.InFlight;

    public int Waiting => _book.InMemory;

    public bool CaughtUp => _caughtUp;

    /// <summary>True when nothing is being sent.</summary>
    public bool IsQuiet => Volatile.Read(ref _workers) == 0;

    /// <summary>True when nothing is being sent and every outcome is written.</summary>
    public bool IsSettled => IsQuiet && _book.Unwritten == 0;

    public DateTimeOffset? Oldest
    {
        get
        {
            lock (_gate)
                return Line.IsPaused ? null : _book.Oldest(Line.PausedRoutes);
        }
    }

    /// <summary>Looks whether anything can be done now.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _timerAt = DateTimeOffset.MaxValue;
            Go();
        }
    }

    /// <summary>Takes what may be sent now.</summary>
    /// <returns>False when there is nothing: the worker ends.</returns>
    public bool TryTake(List<WorkEntry> batch, int max)
    {
        lock (_gate)
        {
            if (!CanSend || !Line.Circuit.TryEnter())
                return WorkerEnds();
            // More than one worker at a partner that may be down would be more than one probe.
            var isProbe = Line.Circuit.State == CircuitState.HalfOpen;
            var now = _node.Now;
            var allowed = isProbe ? 1 : _draining ? Line.AllowDrain(max, now) : max;
            if (allowed > 0)
                TakeUnpaused(allowed, now, batch);
            Count();
            _draining &= !_caughtUp || _book.InMemory > 0;
            if (batch.Count > 0)
            {
                StartReading();
                return true;
            }

            if (isProbe)
                Line.Circuit.LeaveUnused();
            if (allowed == 0)
                WakeAt(now + TimeSpan.FromMilliseconds(10));
            StartReading();
            return WorkerEnds();
        }
    }

    /// <summary>Puts an outcome into the queue to be written and lets the lane go on as far as it may. Both happen at once, so that outcomes of a lane stand in the queue in the order of the lane.</summary>
    /// <returns>False when the queue is full: wait for room and come again.</returns>
    public bool TryEnd(OutcomeItem item)
    {
        lock (_gate)
        {
            if (!_node.Outcomes.TryWrite(item))
                return false;
            if (!_dropped && item.Fate is { } fate)
            {
                _book.Ended(item.Entry, fate, _node.Now);
                Go();
            }

            return true;
        }
    }

    /// <summary>Whether a delivery that was taken is not to be sent after all. Costs a look at a number while operators do nothing.</summary>
    public bool IsWithdrawn(WorkEntry entry)
    {
        if (_book.Withdrawn == 0)
            return false;
        lock (_gate)
            return !_dropped && _book.IsWithdrawn(entry.Id);
    }

    /// <summary>Adds the deliveries that are being sent, or made ready for it.</summary>
    public void AddInFlight(ISet<DeliveryId> to)
    {
        if (IsQuiet)
            return;
        lock (_gate)
            to.UnionWith(_book.Out);
    }

    /// <summary>Gives back what was taken but not sent.</summary>
    public void Untake(WorkEntry entry)
    {
        lock (_gate)
        {
            if (_dropped)
                return;
            _book.Untake(entry, _node.Now);
            Count();
        }
    }

    /// <summary>An outcome is written.</summary>
    public void Committed(WorkEntry entry, Fate fate)
    {
        lock (_gate)
        {
            if (_dropped)
                return;
            _book.Committed(entry, fate, _node.Now);
            Go();
        }
    }

    /// <summary>An outcome could not be written: the row still stands as it was, and is found again by the pump.</summary>
    public void Unwritten(WorkEntry entry, Fate? fate)
    {
        // Without a fate nothing of the lane has ended: only a document was to be stored.
        if (fate is { } ended)
            Committed(entry, ended == Fate.Retry ? Fate.Retry : Fate.Over);
    }

    /// <summary>The partner is down: memory is emptied, nothing is read, nothing is sent.</summary>
    public void Park()
    {
        lock (_gate)
        {
            if (_dropped)
                return;
            _book.Park();
            _parkings++;
            RewindTo(default);
            Count();
        }
    }

    /// <summary>The partner is back.</summary>
    public void Resume()
    {
        lock (_gate)
        {
            if (_dropped)
                return;
            _draining = true;
            _closedStale = true;
            _book.Resume(_node.Now);
            Go();
        }
    }

    /// <summary>One delivery may find out whether the partner is there.</summary>
    public void TryOne()
    {
        lock (_gate)
        {
            if (!_dropped)
                _book.Resume(_node.Now);
            Go();
        }
    }

    /// <summary>This node no longer owns the partition: memory is let go. What is in flight ends, and is refused by the epoch when it is late.</summary>
    public void Drop()
    {
        lock (_gate)
        {
            _dropped = true;
            _timer.Dispose();
            _node.CountMemory(-_counted, -_countedBytes);
            _counted = 0;
            _countedBytes = 0;
        }

        Line.Remove(this);
    }

    // What is paused leaves memory: it is read again, in its place, when the pause ends.
    private void TakeUnpaused(int max, DateTimeOffset now, List<WorkEntry> batch)
    {
        _book.Take(max, now, batch);
        var routes = Line.PausedRoutes;
        while (routes.Count > 0 && batch.RemoveAll(e => routes.Contains(e.Row.Route) && LetGo(e, now)) > 0 && batch.Count == 0)
            _book.Take(max, now, batch);
    }

    private bool LetGo(WorkEntry entry, DateTimeOffset now)
    {
        _book.LetGo(entry, now);
        return true;
    }

    private bool CanSend => !_dropped && !Line.IsPaused && !Partition.IsLeaving && Line.Circuit.State != CircuitState.Open;

    // Under the lock, after any change: sends what may be sent, reads what may be read, and sets the clock for the rest.
    private void Go()
    {
        if (_dropped)
            return;
        Count();
        StartReading();
        if (!CanSend)
            return;
        var now = _node.Now;
        _book.Ripen(now);
        StartReading();
        StartWorkers();
        if (_book.NextWake is { } at)
            WakeAt(at);
    }

    private void StartWorkers()
    {
        if (_book.Ready == 0)
            return;
        var config = Line.Config;
        var window = Line.Circuit.State == CircuitState.HalfOpen ? 1 : Math.Max(1, config?.Window ?? 1);
        var batch = Math.Max(1, config?.Batch ?? 1);
        var wanted = Math.Min(window - _workers, (_book.Ready + batch - 1) / batch);
        for (var i = 0; i < wanted; i++)
        {
            _workers++;
            ThreadPool.UnsafeQueueUserWorkItem(static d => _ = d._shipper.WorkAsync(d), this, preferLocal: false);
        }
    }

    private bool WorkerEnds()
    {
        _workers--;
        if (!_dropped && _book.NextWake is { } at)
            WakeAt(at);
        return false;
    }

    private void WakeAt(DateTimeOffset at)
    {
        if (at >= _timerAt)
            return;
        _timerAt = at;
        var wait = at - _node.Now;
        // The longest wait that timers take is 49 days; waking early does no harm.
        _timer.Change(wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait < TimeSpan.FromDays(1) ? wait : TimeSpan.FromDays(1), Timeout.InfiniteTimeSpan);
    }

    private void Count()
    {
        var now = _book.InMemory + _book.InFlight;
        _node.CountMemory(now - _counted, _book.Bytes - _countedBytes);
        _counted = now;
        _countedBytes = _book.Bytes;
    }
}
