using Hub.Fhir.Json;
using Xunit;

namespace Hub.UnitTests.Fhir;

public class SampleRoundTripTests
{
    [Fact]
    public void Should_write_every_official_sample_back_with_the_same_meaning() => RoundTrip(Samples.Official());

    [Fact]
    public void Should_write_every_good_sample_of_the_oracle_back_with_the_same_meaning() => RoundTrip(Samples.Oracle("good"));

    private static void RoundTrip(string folder)
    {
        var files = Samples.Files(folder);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            var read = FhirJson.Read(text);
            Assert.True(read.Ok, $"{file}: {string.Join("; ", read.Issues)}");
            Assert.DoesNotContain(read.Unmodelled, element => !element.Kept);
            JsonMeaning.AssertSame(text, FhirJson.ToText(read.Resource!));
            Assert.Equal(read.Resource, FhirJson.Read(FhirJson.ToBytes(read.Resource!)).Resource);
        }
    }
}
