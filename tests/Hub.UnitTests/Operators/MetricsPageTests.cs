using System.Diagnostics.Metrics;
using Hub.Host.Metrics;
using Xunit;

namespace Hub.UnitTests.Operators;

public sealed class MetricsPageTests
{
    // ops/capacity.md: 370 municipalities and 60 hospitals, with some eight partners each.
    private const int PartnersOfTheCountry = 430 * 8;

    [Fact]
    public void Should_tell_of_every_partner_of_a_country_by_itself()
    {
        using var page = new MetricsPage();
        using var meter = new Meter("Hub.Tests.Country");
        meter.CreateObservableGauge("hub.tests.country.down", () => Enumerable.Range(0, PartnersOfTheCountry).Select(i => new Measurement<long>(1, new KeyValuePair<string, object?>("partner", i))));
        var outcomes = meter.CreateCounter<long>("hub.tests.country.outcomes");
        for (var i = 0; i < PartnersOfTheCountry * 4; i++)
            outcomes.Add(1, new KeyValuePair<string, object?>("partner", i / 4), new("result", i % 4));

        var lines = page.Write().Split('\n');

        Assert.Equal(PartnersOfTheCountry, lines.Count(l => l.StartsWith("hub_tests_country_down{", StringComparison.Ordinal)));
        Assert.Equal(PartnersOfTheCountry * 4, lines.Count(l => l.StartsWith("hub_tests_country_outcomes_total{", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, l => l.Contains("series=\"other\"", StringComparison.Ordinal));
    }
}
