using Hub.Host.Security;
using Xunit;

namespace Hub.UnitTests.Security;

public class RateGateTests
{
    [Fact]
    public void Should_take_ten_seconds_worth_at_once_and_then_the_rate()
    {
        var clock = new Clock();
        var gate = new RateGate(5, clock);

        Assert.Equal(50, Enumerable.Range(0, 60).Count(_ => gate.TryEnter(out var _)));
        Assert.False(gate.TryEnter(out var wait));
        Assert.InRange(wait, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(200));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(5, Enumerable.Range(0, 60).Count(_ => gate.TryEnter(out var _)));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(50, Enumerable.Range(0, 60).Count(_ => gate.TryEnter(out var _)));
    }

    [Fact]
    public void Should_never_stop_anybody_at_rate_zero() => Assert.All(Enumerable.Range(0, 10_000), _ => Assert.True(new RateGate(0, new Clock()).TryEnter(out var _)));

    private sealed class Clock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan by) => _now += by.Ticks;
    }
}
