using Hub.Delivery;
using Xunit;

namespace Hub.UnitTests.Deliveries;

public sealed class SignalTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-5000)]
    public async Task Should_not_wait_for_a_time_that_has_passed(int milliseconds)
    {
        var waiting = new Signal(TimeProvider.System).WaitAsync(TimeSpan.FromMilliseconds(milliseconds), CancellationToken.None);
        Assert.False(await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }
}
