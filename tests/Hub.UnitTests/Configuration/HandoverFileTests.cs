using Xunit;

namespace Hub.UnitTests.Configuration;

/// <summary>How patients are handed over, as tenant files say it.</summary>
public sealed class HandoverFileTests
{
    private static readonly string Good = ConfigBench.Good;

    [Theory]
    [InlineData("{ answerWithin: 30m }", "handovers.answerWithin")]
    [InlineData("{ answerWithin: 91d }", "handovers.answerWithin")]
    [InlineData("{ answerWithin: soon }", "handovers.answerWithin")]
    [InlineData("{ answerBefore: 3d }", "handovers.answerBefore")]
    [InlineData("{ answerWithin: 3d }", "handovers")] // this tenant keeps none
    public void Should_name_the_place_of_what_is_wrong(string settings, string path) =>
        Assert.Contains(ConfigBench.Errors($"handovers: {settings}\n" + Good), e => e.Contains($" {path} HUB-CONFIG-", StringComparison.Ordinal) || e.Contains($":{path} HUB-CONFIG-", StringComparison.Ordinal));

    [Fact]
    public void Should_leave_the_standard_where_nothing_is_said() => Assert.Null(ConfigBench.Check(("larvik", Good)).Value[0].Handovers);
}
