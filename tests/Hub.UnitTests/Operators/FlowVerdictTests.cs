using Hub.Core.Content;
using Hub.Core.Storage;
using Hub.Host.Faces.Operators;
using Xunit;

namespace Hub.UnitTests.Operators;

public class FlowVerdictTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Should_be_ok_when_what_comes_in_arrives() =>
        Assert.Equal(FlowHealth.Ok, FlowVerdict.Of(Edge(10, 9, 0, 1) with { P95Ms = 400, OldestPendingAt = Noon.AddSeconds(-3), LastDeliveredAt = Noon }, Noon));

    [Fact]
    public void Should_be_paused_whatever_else_is_the_matter()
    {
        Assert.Equal(FlowHealth.Paused, FlowVerdict.Of(Edge(10, 0, 10, 0) with { LastFailedAt = Noon }, Noon, isPaused: true));
        Assert.Equal(FlowHealth.Paused, FlowVerdict.Of(Edge(0, 0, 0, 0), Noon, isPaused: true));
    }

    [Fact]
    public void Should_be_silent_when_nothing_comes_in() => Assert.Equal(FlowHealth.Silent, FlowVerdict.Of(Edge(0, 0, 0, 0), Noon));

    [Fact]
    public void Should_be_slow_when_something_waits_or_arrives_late()
    {
        Assert.Equal(FlowHealth.Slow, FlowVerdict.Of(Edge(10, 9, 0, 1) with { OldestPendingAt = Noon.AddMinutes(-6), LastDeliveredAt = Noon }, Noon));
        Assert.Equal(FlowHealth.Slow, FlowVerdict.Of(Edge(10, 10, 0, 0) with { P95Ms = 301_000, LastDeliveredAt = Noon }, Noon));
    }

    [Fact]
    public void Should_be_down_when_tries_fail_and_nothing_has_arrived_since()
    {
        Assert.Equal(FlowHealth.Down, FlowVerdict.Of(Edge(10, 8, 0, 2) with { Retrying = 2, OldestPendingAt = Noon.AddMinutes(-1), LastDeliveredAt = Noon.AddMinutes(-2) }, Noon));
        Assert.Equal(FlowHealth.Down, FlowVerdict.Of(Edge(10, 0, 10, 0) with { LastFailedAt = Noon }, Noon));
        Assert.Equal(FlowHealth.Ok, FlowVerdict.Of(Edge(10, 8, 2, 0) with { LastFailedAt = Noon, LastDeliveredAt = Noon.AddMinutes(-2) }, Noon));
    }

    /// <summary>Behind an open circuit most of what waits was never tried.</summary>
    [Fact]
    public void Should_be_down_when_something_waits_for_a_receiver_that_does_not_answer()
    {
        var waits = Edge(10, 8, 0, 2) with { Retrying = 1, OldestPendingAt = Noon.AddMinutes(-1), LastDeliveredAt = Noon.AddMinutes(-2) };

        Assert.Equal(FlowHealth.Ok, FlowVerdict.Of(waits, Noon));
        Assert.Equal(FlowHealth.Down, FlowVerdict.Of(waits, Noon, isDown: true));
        Assert.Equal(FlowHealth.Ok, FlowVerdict.Of(Edge(10, 10, 0, 0), Noon, isDown: true));
    }

    private static FlowEdge Edge(long accepted, long delivered, long failed, long pending) =>
        new("larvik", "dignio", "epj", "to-epj", ContentKind.Measurement, accepted, delivered, failed, pending);
}
