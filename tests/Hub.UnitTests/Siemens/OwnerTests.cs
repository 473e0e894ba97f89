using Hub.Adapters.Siemens;
using Hub.Core.Tenants;
using Hub.UnitTests.Adapters;
using Xunit;
using static Hub.UnitTests.Siemens.SharedBundles;

namespace Hub.UnitTests.Siemens;

/// <summary>An entry that names an organisation is taken in by that tenant only, by whatever way it comes.</summary>
public sealed class OwnerTests
{
    private const string Ada = "10915596784";

    [Theory]
    [InlineData(Larvik, InboundAuth.Key, null)]
    [InlineData(null, InboundAuth.Key, null)]
    [InlineData(Skien, InboundAuth.Key, "HUB-AUTH-006")]
    [InlineData(Larvik, InboundAuth.Connection, null)]
    [InlineData(null, InboundAuth.Connection, "HUB-FHIR-008")]
    [InlineData(Skien, InboundAuth.Connection, "HUB-AUTH-006")]
    public void Should_check_the_organisation_against_the_tenant(string? named, InboundAuth auth, string? refusal)
    {
        var partner = new PartnerConfig("larvik", "siemens", "siemens") { Inbound = new InboundConfig([]) { Auth = auth } };
        var tenant = new TenantConfig("larvik", TenantEnvironment.Test, new OrganizationConfig(Larvik, null, null), new Dictionary<string, PartnerConfig>(), [], UnroutedPolicy.Keep);
        var message = GoldenCase.Message(Of("batch", Patient("ada", Ada, named), Pulse("1", "ada"))) with { Partner = partner, Tenant = tenant };

        var entry = Assert.Single(new SiemensAdapter().Parse(message).Entries);

        Assert.Equal(refusal, entry.Errors.Select(e => e.Code).FirstOrDefault());
        Assert.Equal(refusal is null ? 1 : 0, entry.Events.Count);
    }

    [Fact]
    public void Should_know_a_value_again_that_comes_with_new_urns()
    {
        var first = Parse(Of("batch", Patient("ada", Ada, Larvik), Device("meter"), Pulse("1", "ada", more: ""","device":{"reference":"urn:uuid:meter"}""")));
        var second = Parse(Of("transaction", Device("other"), Patient("same", Ada, Larvik), Pulse("1", "same", more: ""","device":{"reference":"urn:uuid:other"}""")));
        var changed = Parse(Of("batch", Patient("ada", Ada, Larvik), Device("meter"), Pulse("1", "ada", "72.1", ""","device":{"reference":"urn:uuid:meter"}""")));

        Assert.Equal((first.SourceId, Convert.ToHexString(first.Fingerprint.Span)), (second.SourceId, Convert.ToHexString(second.Fingerprint.Span)));
        Assert.NotEqual(Convert.ToHexString(first.Fingerprint.Span), Convert.ToHexString(changed.Fingerprint.Span));
    }

    private static Core.Adapters.ParsedEvent Parse(byte[] body) => Assert.Single(Assert.Single(new SiemensAdapter().Parse(GoldenCase.Message(body)).Entries).Events);
}
