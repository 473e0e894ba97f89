using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Security;
using Hub.UnitTests.Configuration;
using Hub.UnitTests.Messaging;
using Xunit;

namespace Hub.UnitTests.Polling;

/// <summary>Nobody from outside can speak as a partner that is fetched from, or as a part of the hub.</summary>
public sealed class NoWayInTests
{
    [Theory]
    [InlineData(InboundAuth.Poll, false)]
    [InlineData(InboundAuth.Hub, false)]
    [InlineData(InboundAuth.Signature, false)]
    [InlineData(InboundAuth.Key, true)]
    public void Should_open_nothing_with_a_key_of_a_partner_that_nobody_calls_as(InboundAuth auth, bool opens)
    {
        var key = ApiKey.New();
        var tenant = FeedBench.TenantOf(new InboundConfig([KeyHash.Of(key).ToString()]) { Auth = auth });
        Assert.Equal(opens, new KeyRing(new ChangingSnapshot(() => tenant), [], TimeProvider.System).Find(key) is not null);
    }

    [Theory]
    [InlineData("poll")]
    [InlineData("hub")]
    public void Should_refuse_a_file_that_gives_such_a_partner_a_key(string auth)
    {
        var errors = ConfigBench.Errors(ConfigBench.Good.Replace("mode: lenient", $"auth: {auth}", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.Contains("inbound.keys", StringComparison.Ordinal) && e.EndsWith(ConfigErrors.BadValue.Code, StringComparison.Ordinal));
    }
}
