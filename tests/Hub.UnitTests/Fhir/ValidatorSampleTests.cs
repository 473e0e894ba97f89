using Hub.Fhir;
using Hub.Fhir.Json;
using Hub.Fhir.Validation;
using Xunit;

namespace Hub.UnitTests.Fhir;

public class ValidatorSampleTests
{
    [Fact]
    public void Should_find_no_error_in_the_official_samples()
    {
        foreach (var file in Samples.Files(Samples.Official("vkp-observation")))
            Assert.Empty(Errors(file));
    }

    [Fact]
    public void Should_find_no_error_in_the_good_samples_of_the_oracle()
    {
        foreach (var file in Samples.Files(Samples.Oracle("good")))
            Assert.Empty(Errors(file));
    }

    [Fact]
    public void Should_find_an_error_in_every_bad_sample_of_the_oracle()
    {
        var files = Samples.Files(Samples.Oracle("bad"));
        Assert.NotEmpty(files);
        var missed = files.Where(file => Errors(file).Count == 0).Select(Path.GetFileName);
        Assert.Empty(missed);
    }

    private static List<string> Errors(string file)
    {
        var read = FhirJson.Read(File.ReadAllBytes(file));
        var checks = read.Resource is null ? [] : FhirValidator.Validate(read.Resource).Where(issue => issue.Severity == FhirSeverity.Error);
        return [.. read.Issues.Concat(checks).Select(issue => $"{Path.GetFileName(file)}: {issue.Code} {issue.Path} {issue.Text}")];
    }
}
