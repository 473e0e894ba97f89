using Hub.Delivery.Observability;
using Xunit;

namespace Hub.UnitTests.Deliveries;

/// <summary>What the log says about something that goes, stays away and comes back.</summary>
public sealed class OutageTests
{
    private readonly Clock _clock = new();

    [Fact]
    public void Should_tell_a_failure_once_however_often_it_comes()
    {
        var outage = new Outage(_clock);

        var told = Enumerable.Range(0, 1000).Count(_ => outage.Failed(out var _, out var _));

        Assert.Equal(1, told);
    }

    [Fact]
    public void Should_tell_once_that_it_is_back()
    {
        var outage = new Outage(_clock);
        outage.Failed(out _, out _);
        _clock.Pass(TimeSpan.FromSeconds(10));

        Assert.True(outage.Worked(out var lasted));
        Assert.Equal(TimeSpan.FromSeconds(10), lasted);
        Assert.False(outage.Worked(out _));
        Assert.True(outage.Failed(out _, out var failures));
        Assert.Equal(1, failures);
    }

    [Fact]
    public void Should_tell_what_comes_and_goes_as_one_outage()
    {
        var outage = new Outage(_clock);
        var lines = 0;
        for (var i = 0; i < 100; i++)
        {
            lines += outage.Failed(out _, out _) ? 1 : 0;
            _clock.Pass(TimeSpan.FromMilliseconds(200));
            lines += outage.Worked(out _) ? 1 : 0;
        }

        Assert.Equal(1, lines);
    }

    [Fact]
    public void Should_remind_of_an_outage_that_goes_on()
    {
        var outage = new Outage(_clock);
        outage.Failed(out _, out _);
        _clock.Pass(Outage.Reminder);

        Assert.True(outage.Failed(out var lasted, out var failures));
        Assert.Equal(Outage.Reminder, lasted);
        Assert.Equal(2, failures);
    }

    [Fact]
    public void Should_say_nothing_about_what_was_never_away() => Assert.False(new Outage(_clock).Worked(out _));

    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Pass(TimeSpan time) => _now += time;
    }
}
