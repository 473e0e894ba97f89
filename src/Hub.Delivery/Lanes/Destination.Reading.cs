using Hub.Core.Deliveries;
using Hub.Core.Storage;

namespace Hub.Delivery.Lanes;

/// <content>
/// How memory is filled. Numbers rise in the order of commits, so a cursor never misses a row. While memory holds everything up to the
/// cursor and the cursor is at the end (caught up), new deliveries come straight from the intake; otherwise they are left in the
/// database and the cursor finds them. At most one read is under way.
/// </content>
internal sealed partial class Destination
{
    private const int MostBuffered = 1000;
    private const int FewestRead = 16;
    private int _page = 4 * FewestRead;
    private readonly List<WorkEntry> _buffer = [];
    private DeliveryId _cursor;
    private DeliveryId? _rewound;
    private DeliveryId _suspect;
    private bool _caughtUp;
    private bool _reading;
    private bool _readingCursor;
    private bool _missed;
    private bool _closedStale;
    private long _seenGap = -1;
    private int _parkings;

    /// <summary>A new delivery of this node's own intake, with its content.</summary>
    /// <param name="entry">The delivery.</param>
    /// <param name="gap">The gap count when its number was seen.</param>
    public void HandOff(WorkEntry entry, long gap)
    {
        lock (_gate)
        {
            if (_dropped)
                return;
            if (Line.Circuit.State == CircuitState.Open || Line.IsPaused)
            {
                _caughtUp = false;
                return;
            }

            if (_readingCursor)
            {
                if (_buffer.Count < MostBuffered)
                    _buffer.Add(entry);
                else
                    _missed = true;
                return;
            }

            // The intake was held up between its commit and this call: the cursor has read it meanwhile, and it may be delivered already.
            if (entry.Id <= _cursor)
                return;
            if (_caughtUp && _seenGap == gap && _book.InMemory < _node.Settings.DestinationMemory && _book.Bytes < _node.Settings.DestinationBytes && !_node.IsMemoryFull)
            {
                _book.Offer(entry, _node.Now);
                _cursor = Later(_cursor, entry.Id);
            }
            else
            {
                _caughtUp = false;
            }

            Go();
        }
    }

    /// <summary>There is work in the database that this node may not know of.</summary>
    /// <param name="first">Earliest pending delivery.</param>
    /// <param name="last">Latest pending delivery.</param>
    public void Hint(DeliveryId first, DeliveryId last)
    {
        lock (_gate)
        {
            if (_dropped)
                return;
            if (last > _cursor)
                _caughtUp = false;
            // Seen twice in a row: a read that was older than what memory has done since does not make it start over.
            var unknown = first <= _cursor && !_book.Knows(first) && Line.PausedRoutes.Count == 0;
            if (unknown && _suspect == first)
                RewindTo(first with { No = (short)(first.No - 1) });
            _suspect = unknown ? first : default;
            Go();
        }
    }

    /// <summary>Another node took something in for this destination.</summary>
    /// <param name="last">The latest of it.</param>
    public void Hint(DeliveryId last)
    {
        lock (_gate)
        {
            if (_dropped || last <= _cursor)
                return;
            _caughtUp = false;
            Go();
        }
    }

    /// <summary>An operator acted on a delivery.</summary>
    public void Nudge(DeliveryRow row)
    {
        if (row.State is DeliveryState.Held or DeliveryState.Discarded)
            Withdraw(row.Lane, row.Id);
        Nudge(row.Lane);
    }

    /// <summary>An operator held a delivery or took it out: memory lets go of it.</summary>
    /// <returns>False when memory did not have it.</returns>
    public bool Withdraw(long lane, DeliveryId id)
    {
        lock (_gate)
        {
            if (_dropped)
                return false;
            var known = _book.Knows(id);
            _book.Withdraw(lane, id, _node.Now);
            return known;
        }
    }

    /// <summary>An operator acted on a delivery of a lane.</summary>
    public void Nudge(long lane)
    {
        lock (_gate)
        {
            if (_dropped)
                return;
            _closedStale = true;
            _book.Nudge(lane);
            Go();
        }
    }

    /// <summary>Operators made many deliveries due again, none before this one.</summary>
    public void LookBack(DeliveryId first)
    {
        lock (_gate)
        {
            if (_dropped)
                return;
            _closedStale = true;
            if (first <= _cursor)
                RewindTo(first with { No = (short)(first.No - 1) });
            _caughtUp = false;
            Go();
        }
    }

    /// <summary>Looks again at the lanes that dead letters closed.</summary>
    public void RecheckClosed()
    {
        lock (_gate)
        {
            if (_dropped || !_book.HasClosed)
                return;
            _closedStale = true;
            Go();
        }
    }

    private void RewindTo(DeliveryId before)
    {
        _caughtUp = false;
        _rewound = _rewound is { } earlier && earlier < before ? earlier : before;
        if (!_reading)
            ApplyRewind();
    }

    private void ApplyRewind()
    {
        if (_rewound is not { } to)
            return;
        if (to < _cursor)
            _cursor = to;
        _caughtUp = false;
        _rewound = null;
    }

    private bool WantsToRead =>
        !_dropped && !Line.IsPaused && !Partition.IsLeaving && Line.Circuit.State != CircuitState.Open
        && (_closedStale || _book.ToRead > 0 || (!_caughtUp && HasRoom));

    // A destination may always hold a little, however full the node is: none starves for the backlog of others.
    private bool HasRoom => _node.IsMemoryFull
        ? _book.InMemory <= FewestRead
        : _book.InMemory <= _node.Settings.DestinationMemory / 2 && _book.Bytes <= _node.Settings.DestinationBytes / 2;

    private void StartReading()
    {
        if (_reading || !WantsToRead)
            return;
        _reading = true;
        _ = Task.Run(ReadAsync);
    }

    private async Task ReadAsync()
    {
        var pause = TimeSpan.FromMilliseconds(50);
        while (true)
        {
            try
            {
                await _node.Reads.WaitAsync(_node.Stopping.Token);
                try
                {
                    if (!await ReadOnceAsync(_node.Stopping.Token))
                        return;
                }
                finally
                {
                    _node.Reads.Release();
                }

                pause = TimeSpan.FromMilliseconds(50);
            }
            catch (OperationCanceledException) when (_node.Stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                _node.Outages.Failed("Reading work", failure);
                await Task.Delay(pause, _node.Time);
                pause = pause < TimeSpan.FromSeconds(1) ? pause * 2 : pause;
            }
        }
    }

    // False when there is nothing more to read for now.
    private async Task<bool> ReadOnceAsync(CancellationToken stop)
    {
        Lane? lane = null;
        WorkQuery query;
        int parkings;
        long gap;
        bool closedFirst;
        lock (_gate)
        {
            ApplyRewind();
            if (!WantsToRead)
            {
                _reading = false;
                return false;
            }

            closedFirst = _closedStale;
            _closedStale = false;
            if (closedFirst)
                _book.BeginClosed();
            gap = _node.Gap;
            parkings = _parkings;
            query = NextQuery(closedFirst, out lane);
        }

        if (closedFirst)
        {
            await RefreshClosedAsync(stop);
            return true;
        }

        try
        {
            var items = await _node.Store.LoadAsync(query, stop);
            lock (_gate)
                Found(query, parkings == _parkings ? items : null, lane, gap);
        }
        catch
        {
            lock (_gate)
                ReadFailed(lane);
            throw;
        }

        return true;
    }

    private WorkQuery NextQuery(bool closedFirst, out Lane? lane)
    {
        lane = null;
        if (!closedFirst)
            _book.BeginRead();
        if (!closedFirst && _book.TryNextRead(out lane, out var limit))
            return Query(default, limit, lane.Key);
        _readingCursor = !closedFirst;
        _missed = false;
        var page = Line.Circuit.State == CircuitState.HalfOpen || _node.IsMemoryFull ? FewestRead : _page;
        return Query(_cursor, page, null) with { Except = _book.Overflowed };
    }

    private WorkQuery Query(DeliveryId after, int limit, long? lane) => new(Partition.Number, Line.Tenant, Line.Partner, after, limit, lane) { ExceptRoutes = Line.PausedRoutes };

    // Null when the destination was parked meanwhile: what was read then comes after what memory has just let go of, and would overtake it.
    private void Found(WorkQuery query, IReadOnlyList<WorkItem>? items, Lane? lane, long gap)
    {
        var now = _node.Now;
        if (items is null)
            _caughtUp = false;
        else if (lane is not null)
            _book.LaneRead(lane, [.. items.Select(WorkEntry.Of)], items.Count < query.Limit, now);
        else
            FoundPage(query, items, gap, now);
        EndRead();
        if (_caughtUp)
            _book.IgnoreDue = false;
        Go();
    }

    // Pages follow the size of what they hold: 500 small messages, or a few large ones.
    private void FitPage(IReadOnlyList<WorkItem> items)
    {
        var bytes = 0L;
        foreach (var item in items)
            bytes += item.SealedRaw.Length + item.SealedDocument.Length;
        if (bytes > _node.Settings.DestinationBytes / 2)
            _page = Math.Max(FewestRead, _page / 4);
        else if (bytes < _node.Settings.DestinationBytes / 8)
            _page = Math.Min(_node.Settings.Page, _page * 2);
    }

    private void FoundPage(WorkQuery query, IReadOnlyList<WorkItem> items, long gap, DateTimeOffset now)
    {
        FitPage(items);
        foreach (var item in items)
        {
            _cursor = Later(_cursor, item.Row.Id);
            _book.Offer(WorkEntry.Of(item), now);
        }

        if (items.Count >= query.Limit || _missed || gap != _node.Gap)
            return;
        foreach (var entry in _buffer)
        {
            if (entry.Id <= _cursor)
                continue;
            _book.Offer(entry, now);
            _cursor = entry.Id;
        }

        _caughtUp = true;
        _seenGap = gap;
    }

    private void ReadFailed(Lane? lane)
    {
        if (lane is not null)
            _book.ReadFailed(lane);
        EndRead();
    }

    private void EndRead()
    {
        _book.EndRead();
        _buffer.Clear();
        _readingCursor = false;
        ApplyRewind();
    }

    private async Task RefreshClosedAsync(CancellationToken stop)
    {
        var routes = _node.Config.Current.ParkingRoutes(Line.Tenant, Line.Partner);
        try
        {
            var closed = routes.Count == 0
                ? new Dictionary<long, DeliveryId>()
                : await _node.Store.DeadLanesAsync(Partition.Number, Line.Tenant, Line.Partner, routes, stop);
            lock (_gate)
                _book.SetClosed(closed, _node.Now);
        }
        catch
        {
            lock (_gate)
                _closedStale = true;
            throw;
        }
    }

    private static DeliveryId Later(DeliveryId one, DeliveryId other) => one > other ? one : other;
}
