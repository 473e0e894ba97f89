using System.Text.Json;
using Hub.Core.Errors;
using Hub.Host.Faces;
using Xunit;

namespace Hub.UnitTests.Handovers;

/// <summary>The moment at which responsibility moves, as a partner writes it.</summary>
public sealed class HandoverMomentTests
{
    [Theory]
    [InlineData("2026-12-05T08:00:00+01:00")]
    [InlineData("2026-12-05T07:00:00Z")]
    [InlineData("2026-12-05T07:00Z")]
    public void Should_read_a_moment_with_its_offset(string text)
    {
        var errors = new List<HubError>();
        Assert.Equal(new DateTimeOffset(2026, 12, 5, 7, 0, 0, TimeSpan.Zero), Read(text, errors));
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("2026-12-05")] // a date ends like an offset
    [InlineData("2026-12-05T08:00:00")]
    [InlineData("Dec-05-26")]
    [InlineData("2026-12-05Z")]
    public void Should_not_guess_the_offset_of_a_moment(string text)
    {
        var errors = new List<HubError>();
        Assert.Null(Read(text, errors));
        Assert.Equal("$.effectiveAt", Assert.Single(errors).Path);
    }

    private static DateTimeOffset? Read(string text, List<HubError> errors)
    {
        using var body = JsonDocument.Parse(JsonSerializer.Serialize(new { effectiveAt = text }));
        return HandoverFace.Moment(body.RootElement, required: true, errors);
    }
}
