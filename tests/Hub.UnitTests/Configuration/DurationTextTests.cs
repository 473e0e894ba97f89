using FsCheck;
using FsCheck.Fluent;
using Hub.Core.Tenants;
using Xunit;

namespace Hub.UnitTests.Configuration;

public class DurationTextTests
{
    [Theory]
    [InlineData("96h")]
    [InlineData("30s")]
    [InlineData("250ms")]
    [InlineData("7d")]
    [InlineData("0s")]
    public void Should_write_what_it_read(string text)
    {
        Assert.True(DurationText.TryParse(text, out var value));
        var again = DurationText.Write(value);
        Assert.True(DurationText.TryParse(again, out var same));
        Assert.Equal(value, same);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("5")]
    [InlineData("-5s")]
    [InlineData("5 s")]
    [InlineData("1.5h")]
    [InlineData("99999999999d")]
    public void Should_refuse_other_forms(string text) => Assert.False(DurationText.TryParse(text, out _));

    [Fact]
    public void Should_lose_nothing_in_a_round_trip() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), ms =>
            DurationText.TryParse(DurationText.Write(TimeSpan.FromMilliseconds(ms)), out var back) && back == TimeSpan.FromMilliseconds(ms)).QuickCheckThrowOnFailure();
}
