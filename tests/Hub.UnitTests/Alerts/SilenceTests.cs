using Hub.Core.Tenants;
using Hub.Host.Health;
using Xunit;

namespace Hub.UnitTests.Alerts;

/// <summary>Only hours and days on which something is expected count.</summary>
public class SilenceTests
{
    private static readonly ExpectedTraffic Days = new(TimeSpan.FromDays(2))
    {
        From = TimeSpan.FromHours(7),
        To = TimeSpan.FromHours(22),
        Days = new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday },
    };

    /// <summary>Norwegian winter time is UTC + 1; 2026-03-04 is a Wednesday.</summary>
    [Theory]
    [InlineData("2026-03-04T11:00Z", "2026-03-04T11:30Z", 0.5)]
    [InlineData("2026-03-04T20:30Z", "2026-03-05T06:30Z", 1)]
    [InlineData("2026-03-04T21:30Z", "2026-03-05T05:59Z", 0)]
    [InlineData("2026-03-06T20:00Z", "2026-03-09T07:00Z", 2)]
    [InlineData("2026-03-07T08:00Z", "2026-03-08T20:00Z", 0)]
    [InlineData("2026-03-04T12:00Z", "2026-03-04T11:00Z", 0)]
    public void Should_count_the_hours_that_count(string heard, string now, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), Silence.Of(Days, DateTimeOffset.Parse(heard, null), DateTimeOffset.Parse(now, null)));

    [Fact]
    public void Should_count_a_day_of_23_hours_as_such()
    {
        var all = new ExpectedTraffic(TimeSpan.FromDays(9));

        Assert.Equal(TimeSpan.FromHours(47), Silence.Of(all, new DateTimeOffset(2026, 3, 28, 0, 0, 0, TimeSpan.FromHours(1)), new DateTimeOffset(2026, 3, 30, 0, 0, 0, TimeSpan.FromHours(2))));
    }

    [Fact]
    public void Should_stop_counting_once_it_is_more_than_expected() =>
        Assert.InRange(Silence.Of(new ExpectedTraffic(TimeSpan.FromHours(1)), DateTimeOffset.UnixEpoch, FactBench.Now), TimeSpan.FromHours(1), TimeSpan.FromDays(1));
}
