using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Hub.AcceptanceTests.Reading;

/// <summary>The independent FHIR validator, where HUB_FHIR_ORACLE names its folder; without it nothing is checked here.</summary>
internal static class Oracle
{
    public static void Check(JsonElement resource)
    {
        if (Environment.GetEnvironmentVariable("HUB_FHIR_ORACLE") is not { Length: > 0 } oracle)
            return;
        var folder = Directory.CreateTempSubdirectory("hub-read-oracle-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "answer.json"), resource.GetRawText());
            var report = Path.Combine(folder.FullName, "report");
            using var node = Process.Start(new ProcessStartInfo("sh", ["-c", "node validate-fhir.mjs \"$0\" --profiles profiles --json > \"$1\"", Path.Combine(folder.FullName, "answer.json"), report]) { WorkingDirectory = oracle })!;
            node.WaitForExit();
            using var json = JsonDocument.Parse(File.ReadAllText(report));
            var errors = json.RootElement.EnumerateArray().SelectMany(f => f.GetProperty("issues").EnumerateArray()).Where(i => i.GetProperty("severity").GetString() is "error" or "fatal").ToArray();
            Assert.True(errors.Length == 0, string.Join('\n', errors.Take(10).Select(e => e.GetRawText())));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
