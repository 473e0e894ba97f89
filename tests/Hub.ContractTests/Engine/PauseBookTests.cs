using Hub.Core.Deliveries;
using Hub.Delivery.Pauses;
using Xunit;

namespace Hub.ContractTests.Engine;

/// <summary>What is paused, and for how long a delivery was.</summary>
public sealed class PauseBookTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("larvik")]
    [InlineData("larvik/partner/journal")]
    [InlineData("larvik/route/values")]
    public void Should_keep_the_name_of_what_is_paused(string key) => Assert.Equal(key, PauseTarget.Parse(key).Key);

    [Fact]
    public void Should_hold_what_is_meant_and_nothing_else()
    {
        var book = new PauseBook([Entry("larvik/route/values", Noon), Entry("skien/partner/journal", Noon), Entry("bodo", Noon)]);

        Assert.True(book.Holds(Row("larvik", "journal", "values"), Noon));
        Assert.False(book.Holds(Row("larvik", "journal", "notes"), Noon));
        Assert.False(book.Holds("larvik", "journal", Noon));
        Assert.Equal(["values"], book.Routes("larvik", Noon));
        Assert.True(book.Holds("skien", "journal", Noon));
        Assert.False(book.Holds("skien", "gp", Noon));
        Assert.True(book.Holds("bodo", "anything", Noon));
        Assert.Empty(book.Routes("bodo", Noon));
    }

    [Fact]
    public void Should_end_by_itself()
    {
        var book = new PauseBook([Entry("larvik", Noon, Noon.AddHours(1))]);

        Assert.True(book.Holds("larvik", "journal", Noon.AddMinutes(59)));
        Assert.False(book.Holds("larvik", "journal", Noon.AddHours(1)));
        Assert.Empty(book.At(Noon.AddHours(1)));
    }

    [Fact]
    public void Should_count_the_time_that_a_delivery_waited_once_and_only_since_it_was_there()
    {
        var partner = Entry("larvik/partner/journal", Noon, Noon.AddHours(2)).Ended(Noon.AddHours(5));
        var tenant = Entry("larvik", Noon.AddHours(1), Noon.AddHours(3)).Ended(Noon.AddHours(5));
        var book = new PauseBook([partner, tenant, Entry("larvik/route/values", Noon.AddHours(4))]);
        var row = Row("larvik", "journal", "values") with { AcceptedAt = Noon.AddMinutes(-30) };

        Assert.Equal(TimeSpan.FromHours(4), book.Waited(row, Noon.AddHours(5)));
        Assert.Equal(TimeSpan.FromHours(3), book.Waited(row with { Route = "notes" }, Noon.AddHours(5)));
        Assert.Equal(TimeSpan.FromHours(2), book.Waited(row with { Route = "notes", Partner = "gp" }, Noon.AddHours(5)));
        Assert.Equal(TimeSpan.FromMinutes(30), book.Waited(row with { Route = "notes", AcceptedAt = Noon.AddMinutes(150) }, Noon.AddHours(5)));
        Assert.Equal(TimeSpan.Zero, book.Waited(row with { Tenant = "skien" }, Noon.AddHours(5)));
    }

    [Fact]
    public void Should_read_what_it_wrote()
    {
        var entry = Entry("larvik/partner/journal", Noon, Noon.AddHours(2)).Ended(Noon.AddHours(5)) with { Current = new Pause(new PauseTarget("larvik", "journal"), Noon.AddHours(6), null, "kari", "again") };

        var read = PauseEntry.Of("larvik/partner/journal", entry.Bytes(), 7);

        Assert.Equal(entry.Current, read.Current);
        Assert.Equal([new PauseSpan(Noon, Noon.AddHours(2))], read.Past);
        Assert.Equal(7, read.Version);
    }

    private static PauseEntry Entry(string key, DateTimeOffset since, DateTimeOffset? until = null)
    {
        var target = PauseTarget.Parse(key);
        return new PauseEntry(target, new Pause(target, since, until, "kari", "upgrade"), [], 1);
    }

    private static DeliveryRow Row(string tenant, string partner, string route) =>
        new(new DeliveryId(1, 1), tenant, partner, route, "m", 0, 1, DeliveryState.Pending, Noon, 0, Noon, 1, 0, false);
}
