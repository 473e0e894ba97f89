using System.Diagnostics.Metrics;
using Hub.Host.Metrics;
using Xunit;

namespace Hub.AcceptanceTests.Operating;

/// <summary>The page of metrics when something on it cannot be read.</summary>
public sealed class MetricsPageTests
{
    [Fact]
    public void Should_tell_the_rest_when_one_metric_cannot_be_read()
    {
        var failed = new List<Exception>();
        using var page = new MetricsPage(failed.Add);
        using var meter = new Meter("Hub.MetricsPageTests");
        meter.CreateObservableGauge("hub.test.unreadable", long () => throw new InvalidOperationException("unreadable here"));
        meter.CreateObservableGauge("hub.test.readable", () => 7L);

        Assert.Contains("\nhub_test_readable 7\n", page.Write(), StringComparison.Ordinal);
        Assert.Contains(failed, e => e.Message == "unreadable here");
    }
}
