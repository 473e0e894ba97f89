using Hub.Adapters.Ebxml;
using Hub.Core.Errors;
using Xunit;

namespace Hub.UnitTests.Messaging;

/// <summary>What <c>hub config check</c> says of keys, register and certificates before a message shows it, and that none of it keeps the hub from starting.</summary>
public sealed class RemarkTests : IDisposable
{
    private readonly DeskBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Should_have_nothing_to_say_when_all_is_well() => Assert.Empty(Remarks(FixedTime.At));

    [Fact]
    public void Should_tell_of_certificates_that_end_soon_and_of_those_that_ended()
    {
        var end = Ends();
        Assert.Equal(4, Remarks(end.AddDays(-10)).Count(r => r.Text.Contains("expires on", StringComparison.Ordinal)));
        Assert.Equal(4, Remarks(end.AddDays(1)).Count(r => r.Text.Contains("expired", StringComparison.Ordinal)));
    }

    [Fact]
    public void Should_tell_of_a_partner_that_the_register_lacks_without_refusing_to_start()
    {
        _bench.Remove($"register/{DeskBench.TheirHer}.json");
        Assert.Equal(("HUB-EBXML-003", "her"), Assert.Single(Remarks(FixedTime.At)) is var r ? (r.Code, r.Path) : default);
        Assert.Empty(Errors());
    }

    [Fact]
    public void Should_not_refuse_to_start_for_one_bad_register_file()
    {
        _bench.Put("register/half.json", "{ \"herId\": 12");
        Assert.Single(Remarks(FixedTime.At));
        Assert.Empty(Errors());
    }

    [Fact]
    public void Should_tell_when_the_own_entry_names_other_certificates_than_the_keys()
    {
        _bench.RegisterAsOurs(Hub.UnitTests.Ebxml.TestAuthority.Trusted.Signing("Larvik"), Hub.UnitTests.Ebxml.TestAuthority.Trusted.Encryption("Larvik"));
        Assert.Equal(["/messaging.signing", "/messaging.decryption"], Remarks(FixedTime.At).Select(r => r.Path));
    }

    [Fact]
    public void Should_tell_when_no_revocation_list_is_there()
    {
        using var bench = new DeskBench { Revocation = true };
        var remarks = new EbxmlAdapter().Remarks(bench.Partner, bench.Tenant, bench.Secrets, FixedTime.At).ToList();
        Assert.Equal(2, remarks.Count(r => r.Text.Contains("revocation list", StringComparison.Ordinal)));
    }

    [Fact]
    public void Should_refuse_to_start_without_the_own_key()
    {
        _bench.Remove("sign.key");
        Assert.Equal("/messaging.signing.key", Assert.Single(Errors()).Path);
    }

    private static DateTimeOffset Ends() => new(Hub.UnitTests.Ebxml.TestAuthority.Trusted.Signing("x").NotAfter);

    private List<HubError> Remarks(DateTimeOffset now) => [.. new EbxmlAdapter().Remarks(_bench.Partner, _bench.Tenant, _bench.Secrets, now)];

    private List<HubError> Errors() => [.. new EbxmlAdapter().Check(_bench.Partner, _bench.Tenant, _bench.Secrets)];
}
