using FsCheck;
using FsCheck.Fluent;
using Hub.Core.Deliveries;
using Hub.Delivery.Lanes;
using Xunit;

namespace Hub.UnitTests.Deliveries;

/// <summary>The lanes in memory against a model of the database: whatever happens in whatever order, nothing is forgotten, nothing overtakes, memory is bounded.</summary>
public sealed class LaneBookTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Should_give_out_one_of_a_lane_at_a_time_by_rising_number()
    {
        var book = Book();
        foreach (var id in new[] { 3, 1, 2 })
            book.Offer(Entry(id, lane: 7), Start);
        Assert.Equal([1L], Take(book, 9));
        Assert.Empty(Take(book, 9));
    }

    [Fact]
    public void Should_let_the_next_go_before_a_success_is_written_but_not_before_a_failure_is()
    {
        var book = Book();
        var entries = Enumerable.Range(1, 3).Select(i => Entry(i, lane: 7)).ToList();
        entries.ForEach(e => book.Offer(e, Start));
        Assert.Equal([1L], Take(book, 9));
        book.Ended(entries[0], Fate.Sent, Start);
        Assert.Equal([2L], Take(book, 9));
        book.Ended(entries[1], Fate.Over, Start);
        Assert.Empty(Take(book, 9));
        book.Committed(entries[0], Fate.Sent, Start);
        Assert.Empty(Take(book, 9));
        book.Committed(entries[1], Fate.Over, Start);
        Assert.Equal([3L], Take(book, 9));
    }

    [Fact]
    public void Should_keep_nothing_but_the_number_of_the_head_of_a_lane_that_waits_long()
    {
        var book = Book();
        book.Offer(Entry(1, 7, Start.AddHours(1)), Start);
        Assert.Equal(Offered.Left, book.Offer(Entry(2, 7), Start));
        Assert.Equal((0, true), (book.InMemory, book.Knows(new DeliveryId(1, 1))));
        book.Ripen(Start.AddHours(1));
        Assert.True(book.TryNextRead(out _, out _));
    }

    [Fact]
    public void Should_close_a_lane_for_what_came_after_its_dead_letter_only()
    {
        var book = Book();
        book.SetClosed(new Dictionary<long, DeliveryId> { [7] = new(5, 1) }, Start);
        book.Offer(Entry(6, 7), Start);
        Assert.Empty(Take(book, 9));
        book.Nudge(7);
        Assert.True(book.TryNextRead(out var lane, out _));
        book.LaneRead(lane, [Entry(5, 7), Entry(6, 7)], true, Start);
        Assert.Equal([5L], Take(book, 9));
    }

    [Fact]
    public void Should_keep_a_lane_closed_that_closed_while_the_closed_ones_were_looked_up()
    {
        var book = Book();
        var dead = Entry(1, 7);
        book.Offer(dead, Start);
        book.Offer(Entry(2, 7), Start);
        Take(book, 1);
        book.BeginClosed();
        book.Ended(dead, Fate.Closed, Start);
        book.Committed(dead, Fate.Closed, Start);
        book.SetClosed(new Dictionary<long, DeliveryId>(), Start);
        Assert.False(book.TryNextRead(out _, out _));
        Assert.Empty(Take(book, 9));
    }

    [Fact]
    public void Should_not_take_again_what_went_while_a_read_was_under_way()
    {
        var book = Book();
        var entry = Entry(1, 7);
        book.Offer(entry, Start);
        Take(book, 1);
        book.BeginRead();
        book.Ended(entry, Fate.Sent, Start);
        book.Committed(entry, Fate.Sent, Start);
        Assert.Equal(Offered.Known, book.Offer(Entry(1, 7), Start));
        book.EndRead();
    }

    [Fact]
    public void Should_not_let_a_late_read_overtake_a_head_that_was_let_go_to_wait_meanwhile()
    {
        var book = Book();
        var (head, late) = (Entry(1, 7), Entry(2, 7));
        book.Offer(head, Start);
        Take(book, 1);
        book.Nudge(7);
        Assert.True(book.TryNextRead(out var lane, out _));
        book.BeginRead();
        head.Row = head.Row with { Due = Start.AddSeconds(5) };
        book.Ended(head, Fate.Retry, Start);
        book.Committed(head, Fate.Retry, Start);
        book.LaneRead(lane, [Entry(1, 7), late], true, Start);
        book.EndRead();
        Assert.Empty(Take(book, 9));
        book.Ripen(Start.AddSeconds(5));
        Assert.True(book.TryNextRead(out lane, out _));
        book.LaneRead(lane, [Entry(1, 7), late], true, Start.AddSeconds(5));
        Assert.Equal([1L], Take(book, 9));
    }

    [Fact]
    public void Should_not_send_what_was_taken_out_and_go_on_with_the_rest()
    {
        var book = Book();
        foreach (var id in new[] { 1L, 2, 3, 4 })
            book.Offer(Entry(id, 7), Start);

        book.Withdraw(7, new DeliveryId(1, 1), Start);
        book.Withdraw(7, new DeliveryId(3, 1), Start);
        book.Withdraw(7, new DeliveryId(4, 1), Start);
        book.Withdraw(7, new DeliveryId(9, 1), Start);

        Assert.Equal(1, book.InMemory);
        Assert.Equal([2L], Take(book, 9));
        Assert.Equal(Offered.Taken, book.Offer(Entry(5, 7), Start));
    }

    [Fact]
    public void Should_not_try_again_what_was_taken_out_while_it_was_being_sent()
    {
        var book = Book();
        var head = Entry(1, 7);
        book.Offer(head, Start);
        book.Offer(Entry(2, 7), Start);
        Take(book, 1);
        Assert.False(book.IsWithdrawn(head.Id));

        book.Withdraw(7, head.Id, Start);
        Assert.True(book.IsWithdrawn(head.Id));
        book.Ended(head, Fate.Retry, Start);
        Assert.Empty(Take(book, 9));
        book.Committed(head, Fate.Retry, Start);

        Assert.Equal((0, false), (book.Withdrawn, book.Knows(head.Id)));
        Assert.Equal([2L], Take(book, 9));
    }

    [Fact]
    public void Should_not_keep_what_was_taken_out_and_given_back_unsent()
    {
        var book = Book();
        var head = Entry(1, 7);
        book.Offer(head, Start);
        book.Offer(Entry(2, 7), Start);
        Take(book, 1);
        book.Withdraw(7, head.Id, Start);
        book.Untake(head, Start);
        Assert.Equal([2L], Take(book, 9));
        Assert.Equal((0, 1), (book.InMemory, book.InFlight));
    }

    [Fact]
    public void Should_not_take_what_was_taken_out_while_a_read_was_under_way()
    {
        var book = Book();
        book.BeginRead();
        book.Withdraw(7, new DeliveryId(1, 1), Start);
        Assert.Equal(Offered.Known, book.Offer(Entry(1, 7), Start));
        book.EndRead();
        Assert.Equal(Offered.Taken, book.Offer(Entry(1, 7), Start));
    }

    [Fact]
    public void Should_not_close_a_lane_for_a_dead_letter_that_was_taken_out_before()
    {
        var book = Book();
        var head = Entry(1, 7);
        book.Offer(head, Start);
        book.Offer(Entry(2, 7), Start);
        Take(book, 1);
        book.Withdraw(7, head.Id, Start);
        book.Ended(head, Fate.Closed, Start);
        book.Committed(head, Fate.Closed, Start);
        Assert.Equal([2L], Take(book, 9));
    }

    [Fact]
    public void Should_keep_order_when_a_lane_is_read_twice_and_its_head_waits_long_between() =>
        Assert.True(new Simulation([610, 757, 151, 121, 793, 724, 49, 250, 934, 49, 302, 125, 905, 282, 707, 162, 203, 244, 535]).Run());

    [Fact]
    public void Should_deliver_all_in_order_with_bounded_memory_whatever_happens() =>
        Prop.ForAll(Arb.From(Gen.ListOf(Gen.Choose(0, 999), 300).Select(l => l.ToArray()), Fewer), steps => new Simulation(steps).Run()).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    // Runs with some of the steps left out, large pieces first.
    private static IEnumerable<int[]> Fewer(int[] steps)
    {
        for (var size = steps.Length / 2; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= steps.Length; at += size)
                yield return [.. steps[..at], .. steps[(at + size)..]];
        }
    }

    private static LaneBook Book() => new(new LaneLimits(4, TimeSpan.FromSeconds(2)));

    private static List<long> Take(LaneBook book, int max)
    {
        var batch = new List<WorkEntry>();
        book.Take(max, Start, batch);
        return [.. batch.Select(e => e.Id.MessageId)];
    }

    private static WorkEntry Entry(long id, long lane, DateTimeOffset? due = null) =>
        new(new DeliveryRow(new DeliveryId(id, 1), "t", "p", "r", "m", 0, lane, DeliveryState.Pending, due ?? Start, 0, Start, 1, 0, false));

    /// <summary>A database of pending rows, a cursor, sends that end in any order and commits that come later, driven by random numbers; in the end everything must have gone out in order.</summary>
    private sealed class Simulation(IList<int> steps)
    {
        private const int LaneCount = 5;
        private readonly LaneBook _book = Book();
        private readonly SortedDictionary<long, (long Lane, DateTimeOffset Due)> _rows = [];
        private readonly List<WorkEntry> _inFlight = [];
        private readonly Queue<(WorkEntry Entry, Fate Fate)> _uncommitted = new();
        private readonly Dictionary<long, List<long>> _sent = [];
        private DateTimeOffset _now = Start;
        private Action? _read;
        private long _next = 1;
        private long _cursor;
        private int _accepted;

        public bool Run()
        {
            foreach (var step in steps)
            {
                Step(step % 10, step / 10);
                // Four of each lane, and one that is tried again.
                if (_book.InMemory > LaneCount * 5)
                    throw new InvalidOperationException($"{_book.InMemory} in memory");
            }

            for (var i = 0; i < 20_000 && _rows.Count > 0; i++)
                Step(1 + (i % 6), 99);
            if (_rows.Count > 0)
                throw new InvalidOperationException($"{_rows.Count} forgotten");
            if (_sent.Values.Sum(l => l.Count) != _accepted)
                throw new InvalidOperationException("sent twice");
            return _sent.Values.All(l => l.SequenceEqual(l.Order()));
        }

        private void Step(int what, int luck)
        {
            switch (what)
            {
                case 0:
                case 7:
                case 8:
                    _rows[_next] = (luck % LaneCount, _now);
                    _next++;
                    _accepted++;
                    break;
                case 1:
                    ReadCursor();
                    break;
                case 2:
                    ReadLane();
                    break;
                case 3:
                    _book.Take(2, _now, _inFlight);
                    break;
                case 4 when _inFlight.Count > 0:
                    End(luck);
                    break;
                case 5:
                    Commit();
                    break;
                case 6:
                    _now += TimeSpan.FromMilliseconds(10 * luck);
                    _book.Ripen(_now);
                    break;
                case 9 when luck < 5:
                    _book.Park();
                    _read = null;
                    _book.EndRead();
                    _cursor = 0;
                    _book.Resume(_now);
                    _book.IgnoreDue = false;
                    break;
                case 9 when luck < 15:
                    _book.Nudge(luck % LaneCount);
                    break;
                case 9 when luck < 30 && _inFlight.Count > 0:
                    GiveBack(_inFlight[luck % _inFlight.Count]);
                    break;
                default:
                    break;
            }
        }

        // A read sees the database as it was when it began; what it found comes to memory a few steps later.
        private void ReadCursor()
        {
            FinishRead();
            _book.BeginRead();
            var except = _book.Overflowed;
            var found = _rows.Where(r => r.Key > _cursor && !except.Contains(r.Value.Lane)).Take(3).ToList();
            _read = () =>
            {
                foreach (var (id, row) in found)
                {
                    _cursor = Math.Max(_cursor, id);
                    _book.Offer(Entry(id, row.Lane, row.Due), _now);
                }
            };
        }

        private void FinishRead()
        {
            if (_read is not { } read)
                return;
            read();
            _read = null;
            _book.EndRead();
        }

        private void ReadLane()
        {
            FinishRead();
            if (!_book.TryNextRead(out var lane, out var limit))
                return;
            _book.BeginRead();
            var found = _rows.Where(r => r.Value.Lane == lane.Key).Take(limit).ToList();
            _read = () => _book.LaneRead(lane, [.. found.Select(r => Entry(r.Key, r.Value.Lane, r.Value.Due))], found.Count < limit, _now);
        }

        private void GiveBack(WorkEntry entry)
        {
            _inFlight.Remove(entry);
            _book.Untake(entry, _now);
        }

        private void End(int luck)
        {
            var entry = _inFlight[luck % _inFlight.Count];
            _inFlight.Remove(entry);
            var fate = luck % 4 == 0 ? Fate.Retry : Fate.Sent;
            if (fate == Fate.Retry)
            {
                entry.Row = entry.Row with { Due = _now.AddSeconds(luck % 8 == 0 ? 5 : 1), Attempts = entry.Row.Attempts + 1 };
            }
            else
            {
                if (!_sent.TryGetValue(entry.Row.Lane, out var lane))
                    _sent[entry.Row.Lane] = lane = [];
                lane.Add(entry.Id.MessageId);
            }

            _uncommitted.Enqueue((entry, fate));
            _book.Ended(entry, fate, _now);
        }

        private void Commit()
        {
            if (!_uncommitted.TryDequeue(out var item))
                return;
            if (item.Fate == Fate.Sent)
                _rows.Remove(item.Entry.Id.MessageId);
            else
                _rows[item.Entry.Id.MessageId] = (item.Entry.Row.Lane, item.Entry.Row.Due);
            _book.Committed(item.Entry, item.Fate, _now);
        }
    }
}
