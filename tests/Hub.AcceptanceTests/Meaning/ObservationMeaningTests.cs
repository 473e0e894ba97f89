using System.Text.Json;
using Xunit;

namespace Hub.AcceptanceTests.Meaning;

/// <summary>The comparer must see what would hurt a patient, and nothing that would not.</summary>
public sealed class ObservationMeaningTests
{
    private const string Sent = """
        {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}]},
         "subject":{"identifier":{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"1"}},"effectiveDateTime":"2026-03-01T08:00:00+01:00",
         "performer":[{"identifier":{"system":"urn:x","value":"2"}}],"note":[{"text":"etter frokost"}],
         "component":[{"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},"valueQuantity":{"value":120,"system":"http://unitsofmeasure.org","code":"mm[Hg]"}},
                      {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},"valueQuantity":{"value":80,"system":"http://unitsofmeasure.org","code":"mm[Hg]"}}]}
        """;

    [Theory]
    [InlineData("\"value\":120,", "\"value\":120.0,")]
    [InlineData("2026-03-01T08:00:00+01:00", "2026-03-01T07:00:00Z")]
    [InlineData("\"code\":\"85354-9\"}]", "\"code\":\"85354-9\"},{\"system\":\"http://snomed.info/sct\",\"code\":\"75367002\"}]")]
    [InlineData("\"value\":80,\"system\":\"http://unitsofmeasure.org\",\"code\":\"mm[Hg]\"", "\"value\":80,\"system\":\"http://unitsofmeasure.org\",\"code\":\"mm[Hg]\",\"unit\":\"mmHg\"")]
    [InlineData("\"code\":\"8480-6\"}", "\"code\":\"8480-6\",\"display\":\"Systolic\"}")]
    public void Should_take_the_same_meaning_in_other_words(string before, string after) => Assert.Empty(Compare(before, after));

    [Theory]
    [InlineData("\"value\":120,", "\"value\":102,")]
    [InlineData("\"value\":80,\"system\":\"http://unitsofmeasure.org\",\"code\":\"mm[Hg]\"", "\"value\":80,\"system\":\"http://unitsofmeasure.org\",\"code\":\"kPa\"")]
    [InlineData("8480-6", "8478-0")]
    [InlineData("85354-9", "55284-4")]
    [InlineData("08:00:00+01:00", "08:00:00+02:00")]
    [InlineData("T08:00:00+01:00", "")]
    [InlineData("\"value\":\"1\"", "\"value\":\"7\"")]
    [InlineData("urn:oid:2.16.578.1.12.4.1.4.1", "urn:oid:2.16.578.1.12.4.1.4.2")]
    [InlineData("final", "preliminary")]
    [InlineData("etter frokost", "etter middag")]
    [InlineData("urn:x", "urn:y")]
    [InlineData("\"value\":120,", "\"comparator\":\">\",\"value\":120,")]
    public void Should_see_a_change_of_meaning(string before, string after) => Assert.NotEmpty(Compare(before, after));

    private static IReadOnlyList<string> Compare(string before, string after)
    {
        Assert.Contains(before, Sent, StringComparison.Ordinal);
        using var sent = JsonDocument.Parse(Sent);
        using var arrived = JsonDocument.Parse(Sent.Replace(before, after, StringComparison.Ordinal));
        return ObservationMeaning.Differences(sent.RootElement, arrived.RootElement);
    }
}
