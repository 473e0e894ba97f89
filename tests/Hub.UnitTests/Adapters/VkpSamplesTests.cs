using System.Text.Json;
using Hub.Adapters.Vkp;
using Hub.Core.Tenants;
using Xunit;

namespace Hub.UnitTests.Adapters;

/// <summary>The official example Observations of HL7 Norway: every value of every one has a place in the content or is listed as left out.</summary>
public sealed class VkpSamplesTests
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("HUB_STANDARDS") is { } s ? Path.Combine(s, "samples", "fhir") : null;

    // The resource type is the shape itself; the rest is known by other names in the content.
    private static readonly string[] Implied = ["resourceType"];

    public static TheoryData<string> Samples()
    {
        var samples = new TheoryData<string>();
        if (Folder is null)
        {
            samples.Add("");
            return samples;
        }

        foreach (var file in Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Where(f => !f.Contains("Response", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            samples.Add(Path.GetRelativePath(Folder, file));
        return samples;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Should_read_every_official_sample_with_nothing_lost(string file)
    {
        Assert.SkipWhen(Folder is null, "HUB_STANDARDS is not set");
        var bytes = File.ReadAllBytes(Path.Combine(Folder!, file));
        var parsed = new VkpAdapter().Parse(GoldenCase.Message(bytes, InboundMode.Lenient, mediaType: "application/fhir+json"));

        Assert.Empty(parsed.Errors);
        var entry = Assert.Single(parsed.Entries);
        Assert.Empty(entry.Errors);
        var read = Assert.Single(entry.Events);
        var carried = ParsedJson.Of(parsed);
        using var sample = JsonDocument.Parse(bytes);
        var resource = sample.RootElement.TryGetProperty("entry", out var entries) ? entries[0].GetProperty("resource") : sample.RootElement;
        foreach (var (path, value) in Leaves(resource, sample.RootElement.TryGetProperty("entry", out _) ? "Bundle.entry[0].resource" : "Observation"))
            Assert.True(carried.Contains(value, StringComparison.Ordinal) || read.LeftOut.Any(l => IsAt(path, l.Path)) || Implied.Any(path.EndsWith), $"{path} is lost");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Should_take_a_sample_strictly_when_it_names_a_national_id(string file)
    {
        Assert.SkipWhen(Folder is null, "HUB_STANDARDS is not set");
        var text = File.ReadAllText(Path.Combine(Folder!, file));
        var parsed = new VkpAdapter().Parse(GoldenCase.Message(System.Text.Encoding.UTF8.GetBytes(text), mediaType: "application/fhir+json"));
        var errors = parsed.Errors.Concat(parsed.Entries.SelectMany(e => e.Errors)).ToList();
        var national = text.Contains("\"subject\"", StringComparison.Ordinal) && !text.Contains("dips-patientid", StringComparison.Ordinal);

        if (national)
            Assert.Empty(errors);
        else
            Assert.Contains(errors, e => e.Code == "HUB-INTAKE-016");
    }

    private static bool IsAt(string path, string leftOut) => path == leftOut || path.StartsWith(leftOut + ".", StringComparison.Ordinal) || path.StartsWith(leftOut + "[", StringComparison.Ordinal);

    private static IEnumerable<(string Path, string Value)> Leaves(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Leaves(p.Value, $"{path}.{p.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Leaves(item, $"{path}[{i}]")),
        JsonValueKind.String when value.GetString() is "http://unitsofmeasure.org" => [],
        JsonValueKind.String when value.GetString() is "mmol/l" => [(path, "mmol/L")],
        JsonValueKind.String => [(path, JsonEncodedText.Encode(value.GetString()!, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString())],
        _ => [(path, value.GetRawText())],
    };
}
