using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Routing;
using Hub.Core.Storage;
using Hub.Host.Faces.Operators;
using Hub.Host.Security;
using Xunit;

namespace Hub.UnitTests.Security;

public sealed class OwnTrafficTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Should_show_a_vendor_what_it_sent_without_its_receivers()
    {
        var seen = OwnTraffic.Of(new Scope("larvik", "dho"), Message())!;

        Assert.Empty(seen.Deliveries);
        Assert.Empty(seen.Decisions);
        Assert.Single(seen.Notes);
    }

    [Fact]
    public void Should_show_a_vendor_of_what_others_sent_the_delivery_to_itself()
    {
        var seen = OwnTraffic.Of(new Scope("larvik", "epj"), Message())!;

        Assert.Equal("epj", Assert.Single(seen.Deliveries).Row.Partner);
        Assert.Equal("epj", Assert.Single(seen.Decisions).Partner);
        Assert.Empty(seen.Notes);
    }

    [Theory]
    [InlineData("larvik", "other")]
    [InlineData("skien", "dho")]
    [InlineData("skien", null)]
    public void Should_hide_messages_out_of_reach(string tenant, string? partner) => Assert.Null(OwnTraffic.Of(new Scope(tenant, partner), Message()));

    [Fact]
    public void Should_show_a_tenant_everything_of_its_messages() => Assert.Equal(2, OwnTraffic.Of(new Scope("larvik"), Message())!.Deliveries.Count);

    [Fact]
    public void Should_narrow_a_vendors_question_about_deliveries_to_those_to_itself()
    {
        var scope = new Scope("larvik", "dho");

        Assert.Equal(("larvik", null, "dho"), Names(OwnTraffic.Of(scope, new MessageFilter(null))));
        Assert.Equal(("larvik", null, "dho"), Names(OwnTraffic.Of(scope, new MessageFilter(null, State: DeliveryState.DeadLettered))));
        Assert.Equal(("skien", "epj", null), Names(OwnTraffic.Of(Scope.All, new MessageFilter("skien", Partner: "epj"))));
    }

    private static (string?, string?, string?) Names(MessageFilter filter) => (filter.Tenant, filter.Partner, filter.Party);

    private static MessageView Message() => new(
        new StoredMessage(7, 7, 0, "larvik", "dho", "application/json", Noon), ContentKind.Measurement, null, Triage.Green, "evt-1", null, Noon,
        [new("values", "epj", RouteVerdict.Deliver), new("copies", "gp", RouteVerdict.Deliver)], [new TimelineNote("repair", null, "zone")], [To("epj", 1), To("gp", 2)]);

    private static DeliveryView To(string partner, short no) => new(
        new DeliveryRow(new DeliveryId(7, no), "larvik", partner, "values", "fhir.observation", 0, 1, DeliveryState.Pending, Noon, 0, Noon, 1, 0, false), null, null, null, []);
}
