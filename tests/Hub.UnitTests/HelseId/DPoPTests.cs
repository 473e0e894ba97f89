using Hub.Core.Jose;
using Xunit;

namespace Hub.UnitTests.HelseId;

public sealed class DPoPTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
    private static readonly Uri Api = new("https://API.example:443/v1/Bundle?x=1#y");

    [Fact]
    public void Should_take_a_good_proof_and_leave_query_and_fragment_out_of_it()
    {
        using var key = SigningKey.NewEc();
        var proof = DPoPProof.Create(key, "POST", Api, "token", "n", Now, "id");

        Assert.Equal("https://api.example/v1/Bundle", CompactJws.Read(proof)!.Claim("htu"));
        var check = DPoPCheck.Of(proof, "POST", new Uri("https://api.example/v1/Bundle?other"), "token", key.Public.Thumbprint, Now);
        Assert.Equal((null, "id", key.Public.Thumbprint, "n"), (check.Fault, check.Id, check.Thumbprint, check.Nonce));
    }

    [Theory]
    [InlineData("GET", "https://api.example/v1/Bundle", "token", 0, "method")]
    [InlineData("POST", "https://api.example/v1/bundle", "token", 0, "address")]
    [InlineData("POST", "http://api.example/v1/Bundle", "token", 0, "address")]
    [InlineData("POST", "https://api.example/v1/Bundle", "other", 0, "token")]
    [InlineData("POST", "https://api.example/v1/Bundle", "token", 16, "old")]
    [InlineData("POST", "https://api.example/v1/Bundle", "token", -6, "future")]
    public void Should_refuse_a_proof_for_something_else(string method, string address, string token, int later, string expected)
    {
        using var key = SigningKey.NewEc();
        var proof = DPoPProof.Create(key, "POST", Api, "token", null, Now, "id");

        Assert.Contains(expected, DPoPCheck.Of(proof, method, new Uri(address), token, key.Public.Thumbprint, Now.AddSeconds(later)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_a_proof_by_another_key_or_without_type()
    {
        using var key = SigningKey.NewEc();
        using var thief = SigningKey.NewEc();
        var stolen = DPoPProof.Create(thief, "POST", Api, "token", null, Now, "id");
        var untyped = CompactJws.Write(key, _ => { }, c => c.WriteString("jti", "id"));
        var keyless = CompactJws.Write(key, h => h.WriteString("typ", DPoPProof.Type), c => c.WriteString("jti", "id"));
        var odd = CompactJws.Write(key, h => { h.WriteString("typ", DPoPProof.Type); h.WriteNumber("jwk", 5); }, c => c.WriteString("jti", "id"));

        Assert.Contains("another key", DPoPCheck.Of(stolen, "POST", Api, "token", key.Public.Thumbprint, Now).Fault, StringComparison.Ordinal);
        Assert.All([untyped, keyless, odd, null, "x"], p => Assert.NotNull(DPoPCheck.Of(p, "POST", Api, "token", key.Public.Thumbprint, Now).Fault));
    }
}
