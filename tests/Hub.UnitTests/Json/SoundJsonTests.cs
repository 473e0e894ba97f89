using System.Text;
using System.Text.Json;
using Hub.Core.Json;
using Xunit;

namespace Hub.UnitTests.Json;

public sealed class SoundJsonTests
{
    [Theory]
    [InlineData("""{"a":"\ud83d"}""")]
    [InlineData("""{"a":["x","\udc00 y"]}""")]
    [InlineData("""{"a\ud83d":1}""")]
    public void Should_refuse_half_of_a_surrogate_pair(string json) =>
        Assert.Throws<JsonException>(() => SoundJson.Parse(Encoding.UTF8.GetBytes(json), default));

    [Fact]
    public void Should_read_every_other_escape()
    {
        using var document = SoundJson.Parse("""{"a\u00e5":"\ud83d\ude00 \"\\ \u0000"}"""u8.ToArray(), default);
        Assert.Equal("😀 \"\\ \0", document.RootElement.GetProperty("aå").GetString());
    }
}
