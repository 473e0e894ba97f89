using Hub.Core.Content;
using Hub.Fhir;
using Hub.Fhir.Json;
using Hub.Fhir.Validation;
using Xunit;

namespace Hub.UnitTests.Mappings;

/// <summary>What the mappings write can be read strictly and holds our own rules; the independent oracle says the rest.</summary>
public sealed class OwnValidatorTests
{
    [Fact]
    public void Should_write_nothing_that_our_own_rules_fault()
    {
        var faults = new List<string>();
        foreach (var (name, content) in SampleMeasurements.All().Select(m => (m.Name, (HomeContent)m.Content)).Concat(SampleContents.All()).Concat(SampleClinical.All()))
        {
            var read = FhirJson.Read(MappingBench.Map(content).Document!.Body.Span);
            if (!read.Ok)
                faults.Add($"{name}: {string.Join("; ", read.Issues)}");
            else
                faults.AddRange(FhirValidator.Validate(read.Resource!).Where(i => i.Severity == FhirSeverity.Error && !IsReasonOnNumber(name, i)).Select(i => $"{name}: {i}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
    }

    // The R4 profile of BMI demands the quantity, so the reason for its absence stands on the number (_value), which our rules do not look into.
    private static bool IsReasonOnNumber(string name, FhirIssue issue) => name is "bmi-absent" or "bmi-nothing" && issue.Code == "FHIR-VS-5";
}
