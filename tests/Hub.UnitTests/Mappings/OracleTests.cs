using System.Diagnostics;
using System.Text.Json;
using Hub.Core.Content;
using Xunit;

namespace Hub.UnitTests.Mappings;

/// <summary>Runs the independent FHIR oracle over one document of everything the hub writes. HUB_FHIR_ORACLE names a folder with validate-fhir.mjs, node_modules and profiles.</summary>
public sealed class OracleTests
{
    [Fact]
    public async Task Should_write_nothing_that_the_oracle_faults()
    {
        var oracle = Environment.GetEnvironmentVariable("HUB_FHIR_ORACLE");
        Assert.SkipWhen(string.IsNullOrEmpty(oracle), "HUB_FHIR_ORACLE is not set: no FHIR validator at hand");
        var folder = Directory.CreateTempSubdirectory("hub-oracle-");
        try
        {
            var written = 0;
            foreach (var (name, content) in Everything())
            {
                var outcome = MappingBench.Map(content);
                Assert.True(outcome.Errors.Count == 0, $"{name}: {string.Join("; ", outcome.Errors)}");
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{name}.json"), outcome.Document!.Body.ToArray(), TestContext.Current.CancellationToken);
                written++;
            }

            var report = await ValidateAsync(oracle!, folder.FullName);
            Assert.Equal(written, report.Files);
            Assert.True(report.Errors.Count == 0, string.Join('\n', report.Errors.Take(40)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<(string Name, HomeContent Content)> Everything() =>
        [.. SampleMeasurements.All().Select(m => (m.Name, (HomeContent)m.Content)), .. SampleContents.All(), .. SampleClinical.All()];

    internal static async Task<(int Files, IReadOnlyList<string> Errors)> ValidateAsync(string oracle, string folder)
    {
        // Into a file: node ends without waiting for a pipe that is full.
        var answer = Path.Combine(folder, "..", $"{Path.GetFileName(folder)}.report");
        using var node = Process.Start(new ProcessStartInfo("sh", ["-c", "node validate-fhir.mjs \"$0\" --profiles profiles --json > \"$1\"", folder, answer])
        {
            WorkingDirectory = oracle,
        })!;
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        var text = await File.ReadAllTextAsync(answer, TestContext.Current.CancellationToken);
        File.Delete(answer);
        using var json = JsonDocument.Parse(text);
        var files = json.RootElement.EnumerateArray().ToArray();
        var errors = files.SelectMany(f => f.GetProperty("issues").EnumerateArray()
            .Where(i => i.GetProperty("severity").GetString() is "error" or "fatal")
            .Select(i => $"{Path.GetFileName(f.GetProperty("file").GetString())}: {Text(i, "path")}: {Text(i, "text")}"));
        return (files.Length, [.. errors]);
    }

    private static string? Text(JsonElement issue, string name) => issue.TryGetProperty(name, out var value) ? value.GetString() : null;
}
