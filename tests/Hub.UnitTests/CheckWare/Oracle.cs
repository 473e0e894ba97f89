using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Hub.UnitTests.CheckWare;

/// <summary>Runs the independent FHIR validator over a folder.</summary>
internal static class Oracle
{
    /// <summary>What it faults, one line each; empty when nothing.</summary>
    public static async Task<string> FaultsAsync(string oracle, string folder)
    {
        // Into a file: node ends without waiting for a pipe that is full.
        var answer = $"{folder}.report";
        using var node = Process.Start(new ProcessStartInfo("sh", ["-c", "node validate-fhir.mjs \"$0\" --profiles profiles --json > \"$1\"", folder, answer]) { WorkingDirectory = oracle })!;
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(answer, TestContext.Current.CancellationToken));
        File.Delete(answer);
        var files = json.RootElement.EnumerateArray().ToArray();
        Assert.Equal(Directory.GetFiles(folder).Length, files.Length);
        return string.Join('\n', files.SelectMany(f => f.GetProperty("issues").EnumerateArray()
            .Where(i => i.GetProperty("severity").GetString() is "error" or "fatal")
            .Select(i => $"{Path.GetFileName(f.GetProperty("file").GetString())}: {i}")));
    }
}
