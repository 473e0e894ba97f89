using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.AcceptanceTests.Journeys.Plans;

/// <summary>The independent FHIR validator.</summary>
internal static class Oracle
{
    /// <summary>What it faults of resources.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string oracle, IReadOnlyDictionary<string, JsonNode> resources)
    {
        var folder = Directory.CreateTempSubdirectory("hub-oracle-");
        var report = Path.Combine(folder.FullName, "..", $"{folder.Name}.report");
        try
        {
            foreach (var (name, resource) in resources)
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{name}.json"), resource.ToJsonString());
            using var node = Process.Start(new ProcessStartInfo("sh", ["-c", "node validate-fhir.mjs \"$0\" --profiles profiles --json > \"$1\"", folder.FullName, report]) { WorkingDirectory = oracle })!;
            await node.WaitForExitAsync();
            using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report));
            var files = json.RootElement.EnumerateArray().ToArray();
            return
            [
                .. files.Length == resources.Count ? [] : new[] { $"{files.Length} of {resources.Count} were looked at" },
                .. files.SelectMany(f => f.GetProperty("issues").EnumerateArray().Where(i => i.GetProperty("severity").GetString() is "error" or "fatal")
                    .Select(i => $"{Path.GetFileName(f.GetProperty("file").GetString())}: {i.GetProperty("path")}: {i.GetProperty("text")}")),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
            File.Delete(report);
        }
    }
}
