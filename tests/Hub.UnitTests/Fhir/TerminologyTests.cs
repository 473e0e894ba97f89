using Hub.Fhir.Terminology;
using Hub.Fhir.Ucum;
using Xunit;

namespace Hub.UnitTests.Fhir;

public class TerminologyTests
{
    [Fact]
    public void Should_have_the_kinds_of_home_follow_up() => Assert.Equal(
        [
            "blood-pressure", "bmi", "body-height", "body-temperature", "body-weight", "cat-score", "clinical-frailty", "consciousness", "crp",
            "eq5d-index", "eq5d-vas", "fev1", "fev1-fvc-ratio", "form-score", "fvc", "glucose", "heart-rate", "inr", "news2", "oxygen-saturation",
            "peak-flow", "respiratory-rate", "steps",
        ],
        Measurements.All.Select(terms => terms.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(CodeSystems.Loinc, "59408-5", "oxygen-saturation")]
    [InlineData(CodeSystems.Loinc, "41653-7", "glucose")]
    [InlineData(CodeSystems.Snomed, "763264000", "clinical-frailty")]
    [InlineData(CodeSystems.Nlk, "NPU02187", "glucose")]
    [InlineData(CodeSystems.Loinc, "55284-4", null)]
    [InlineData(CodeSystems.Snomed, "78564009", null)]
    [InlineData("https://loinc.org", "8867-4", null)]
    [InlineData(null, "8867-4", null)]
    public void Should_find_a_kind_by_its_code(string? system, string code, string? name) => Assert.Equal(name, Measurements.Find(system, code)?.Name);

    [Fact]
    public void Should_have_no_nlk_code_for_anything_but_laboratory_tests() =>
        Assert.All(Measurements.All.Where(terms => terms.Nlk.Count > 0), terms => Assert.Equal(ObservationCategories.Laboratory, terms.Category));

    [Fact]
    public void Should_be_able_to_convert_every_accepted_unit()
    {
        foreach (var terms in Measurements.All)
        {
            var target = terms.Components.Count > 0 ? terms.Components[0].Unit : terms.Unit;
            var options = new UcumOptions { MolarMass = terms.MolarMass, AllowFraction = true };
            foreach (var unit in terms.AcceptedUnits)
                Assert.True(UcumConverter.Convert(1.5m, unit, target!, options).Ok, $"{terms.Name}: {unit}");
        }
    }

    [Theory]
    [InlineData("oxygen-saturation", "0.97", false)]
    [InlineData("oxygen-saturation", "97", true)]
    [InlineData("body-temperature", "98.6", false)]
    [InlineData("body-temperature", "37.0", true)]
    [InlineData("glucose", "100", false)]
    [InlineData("glucose", "5.5", true)]
    [InlineData("body-weight", "49000", false)]
    [InlineData("body-height", "1.80", false)]
    [InlineData("peak-flow", "7.5", false)]
    [InlineData("fev1", "2450", false)]
    public void Should_notice_a_slip_of_unit(string name, string value, bool plausible) => Assert.Equal(
        plausible, Measurements.Find(name)!.Plausible!.Holds(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Should_agree_with_the_published_vkp_code_systems()
    {
        var folder = Path.Combine(Samples.Oracle("good"), "..", "..", "profiles", "vkp-r4");
        TermList[] lists =
        [
            VkpAlertCodes.Terms, VkpCompositionCategories.Terms, VkpCompositionEvents.Terms, VkpCompositionSections.Terms,
            VkpCarePlanCategories.Terms, VkpTriage.Terms, VkpSeverityLevels.Terms, VkpOperationOutcomes.Terms,
        ];
        foreach (var list in lists)
        {
            var file = Path.Combine(folder, $"CodeSystem-{list.System.Split('/')[^1]}.json");
            using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(file));
            Assert.Equal(Codes(json.RootElement).ToHashSet(), list.All.Select(term => (term.Code, term.Display)).ToHashSet());
        }
    }

    [Fact]
    public void Should_know_consciousness_and_frailty()
    {
        Assert.Equal("ACVPU", string.Concat(AcvpuLevel.All.Select(level => level.Letter)));
        Assert.Equal("C", AcvpuLevel.Find("c")?.Letter);
        Assert.Null(AcvpuLevel.Find(null));
        Assert.Equal(Enumerable.Range(1, 9), FrailtyLevel.All.Select(level => level.Step));
        Assert.Null(FrailtyLevel.Find(10));
    }

    private static IEnumerable<(string, string)> Codes(System.Text.Json.JsonElement element) =>
        !element.TryGetProperty("concept", out var concepts)
            ? []
            : concepts.EnumerateArray().SelectMany(concept => Codes(concept).Prepend((concept.GetProperty("code").GetString()!, concept.GetProperty("display").GetString()!)));
}
