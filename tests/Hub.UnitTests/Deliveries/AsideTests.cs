using Hub.Core.Deliveries;
using Hub.Delivery.Lanes;
using Xunit;

namespace Hub.UnitTests.Deliveries;

/// <summary>What waits beside its lane: answers for other deliveries, and bytes that go out again.</summary>
public sealed class AsideTests
{
    private const int LaneMemory = 4;
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Should_let_a_lane_go_on_past_a_resend_that_waits_and_read_the_lane_when_its_time_comes()
    {
        var book = Book();
        Assert.Equal(Offered.Left, book.Offer(Resend(1, Start.AddSeconds(30)), Start));
        book.Offer(Entry(2), Start);
        Assert.Equal([2L], Take(book, Start));
        Assert.Equal((true, Start.AddSeconds(30)), (book.Knows(new DeliveryId(1, 1)), book.NextWake));
        book.Ripen(Start.AddSeconds(29));
        Assert.Equal(0, book.ToRead);
        book.Ripen(Start.AddSeconds(30));
        Assert.True(book.TryNextRead(out var lane, out _));
        book.LaneRead(lane, [Resend(1, Start.AddSeconds(30))], true, Start.AddSeconds(30));
        Assert.Empty(Take(book, Start.AddSeconds(30)));
        book.Ended(Taken, Fate.Sent, Start.AddSeconds(30));
        Assert.Equal([1L], Take(book, Start.AddSeconds(30)));
    }

    [Fact]
    public void Should_write_a_failed_resend_before_the_lane_goes_on()
    {
        var book = Book();
        book.Offer(Resend(1, Start), Start);
        book.Offer(Entry(2), Start);
        Assert.Equal([1L], Take(book, Start));
        var entry = Taken;
        entry.Row = entry.Row with { Due = Start.AddMinutes(1) };
        book.Ended(entry, Fate.Retry, Start);
        Assert.Empty(Take(book, Start));
        book.Committed(entry, Fate.Retry, Start);
        Assert.Equal((1, true), (book.Aside, book.Knows(entry.Id)));
        Assert.Equal([2L], Take(book, Start));
    }

    [Fact]
    public void Should_not_call_an_answer_because_the_partner_came_back()
    {
        var book = Book();
        book.Resume(Start);
        book.IgnoreDue = true;
        book.Offer(Answer(1, Start.AddHours(1)), Start);
        book.Offer(Resend(2, Start.AddHours(1)), Start);
        Assert.Equal([2L], Take(book, Start));

        // Made due early: the lane is read anew, and what was known of it gives way.
        book.Nudge(7);
        Assert.True(book.TryNextRead(out var lane, out _));
        book.LaneRead(lane, [Answer(1, Start)], true, Start);
        book.Ended(Taken, Fate.Sent, Start);
        Assert.Equal([1L], Take(book, Start));
        Assert.Equal(0, book.Aside);
    }

    [Fact]
    public void Should_come_to_an_end_with_a_lane_that_begins_with_more_that_wait_than_memory_takes()
    {
        var book = Book();
        var rows = Enumerable.Range(1, 40).Select(i => Resend(i, Start.AddHours(1))).Append(Entry(41)).ToList();
        book.Nudge(7);
        for (var reads = 0; book.TryNextRead(out var lane, out var limit); reads++)
        {
            Assert.InRange(reads, 0, 20);
            var page = rows.Take(limit).ToList();
            book.LaneRead(lane, page, page.Count < limit, Start);
        }

        Assert.Equal([41L], Take(book, Start));
        Assert.Equal(40, book.Aside);
        book.Park();
        Assert.Equal((0, false), (book.Aside, book.Knows(new DeliveryId(1, 1))));
    }

    [Fact]
    public void Should_look_again_at_what_waits_very_long()
    {
        var book = Book();
        book.Offer(Answer(1, Start.AddDays(4)), Start);
        Assert.Equal(Start.AddMinutes(10), book.NextWake);
        book.Ripen(Start.AddMinutes(10));
        Assert.Equal((0, 1), (book.Aside, book.ToRead));
    }

    private WorkEntry Taken { get; set; } = null!;

    private static LaneBook Book() => new(new LaneLimits(LaneMemory, TimeSpan.FromSeconds(2)));

    private List<long> Take(LaneBook book, DateTimeOffset now)
    {
        var batch = new List<WorkEntry>();
        book.Take(9, now, batch);
        if (batch.Count > 0)
            Taken = batch[0];
        return [.. batch.Select(e => e.Id.MessageId)];
    }

    private static WorkEntry Entry(long id) => new(Row(id, Start));

    private static WorkEntry Resend(long id, DateTimeOffset due) => new(Row(id, due) with { Receipts = new ReceiptProgress(1, true), HasDocument = true, Attempts = 1 });

    private static WorkEntry Answer(long id, DateTimeOffset due) => new(Row(id, due) with { Answer = AnswerPart.Answer });

    private static DeliveryRow Row(long id, DateTimeOffset due) => new(new DeliveryId(id, 1), "t", "p", "r", "m", 0, 7, DeliveryState.Pending, due, 0, Start, 1, 0, false);
}
