using Hub.Kith;
using Hub.Kith.Plo;
using Xunit;

namespace Hub.UnitTests.Kith.Plo;

public sealed class PloCheckSampleTests
{
    [Theory]
    [MemberData(nameof(PloSamples.Names), MemberType = typeof(PloSamples))]
    public void Should_find_no_error_in_official_samples(string name)
    {
        var findings = PloChecks.Check(PloSamples.Read(name).Document!);

        foreach (var f in findings) TestContext.Current.TestOutputHelper!.WriteLine(f.ToString());
        Assert.DoesNotContain(findings, f => f.Severity == KithSeverity.Error);
    }
}
