using Hub.Host.Security;
using Xunit;

namespace Hub.UnitTests.Security;

public class KeyTests
{
    [Fact]
    public void Should_hash_a_key_to_what_files_hold()
    {
        var key = ApiKey.New();

        Assert.True(ApiKey.IsKey(key));
        Assert.Equal(KeyHash.Of(key), KeyHash.Parse(KeyHash.Of(key).ToString()));
        Assert.False(KeyHash.Of(key).SameAs(KeyHash.Of(ApiKey.New())));
    }

    [Fact]
    public void Should_be_plain_sha256_so_that_other_tools_can_make_it() =>
        Assert.Equal("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", KeyHash.Of("abc").ToString());

    [Theory]
    [InlineData("")]
    [InlineData("sha256:")]
    [InlineData("sha256:zz7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("md5:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Should_refuse_other_forms(string text) => Assert.Null(KeyHash.Parse(text));
}
