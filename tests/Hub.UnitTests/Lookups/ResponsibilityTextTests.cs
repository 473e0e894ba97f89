using Hub.Core.Registers;
using Xunit;

namespace Hub.UnitTests.Lookups;

/// <summary>The sealed body of who is responsible.</summary>
public sealed class ResponsibilityTextTests
{
    [Fact]
    public void Should_read_what_it_wrote()
    {
        var value = new Responsibility("hospital", new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.FromHours(1))) { Before = Responsibility.Self, Handover = "h-1" };

        Assert.Equal(value, ResponsibilityText.Read(ResponsibilityText.Write(value)));
        Assert.Equal(value with { Before = null, Handover = null }, ResponsibilityText.Read(ResponsibilityText.Write(value with { Before = null, Handover = null })));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"party\":\"\",\"since\":\"2026-03-01T08:00:00Z\"}")]
    [InlineData("{\"party\":\"self\",\"since\":\"yesterday\"}")]
    [InlineData("{\"party\":7,\"since\":\"2026-03-01T08:00:00Z\"}")]
    [InlineData("{\"party\":\"self\",\"since\":\"2026-03-01T08:00:00Z\"")]
    public void Should_not_read_what_is_no_such_body(string text) =>
        Assert.Null(ResponsibilityText.Read(System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Should_pass_over_members_that_a_later_version_may_add() =>
        Assert.Equal("self", ResponsibilityText.Read("""{"new":{"a":[1]},"party":"self","since":"2026-03-01T08:00:00Z"}"""u8)?.Party);
}
