using System.Diagnostics;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Demo;

public sealed class SandboxTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Should_print_calls_that_work_as_they_stand()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/curl") && File.Exists("/bin/bash"), "curl and bash are not installed");
        await using var hub = HubProcess.Start("sandbox", "--port-base", "0");
        Assert.True(await hub.SaysAsync("-d '{}'", Patience), hub.Output);
        var calls = hub.Output.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("curl ", StringComparison.Ordinal)).ToList();

        var stored = await RunAsync(calls[0]);
        var repeated = await RunAsync(calls[0]);
        var faulty = await RunAsync(calls[1]);
        var note = await RunAsync(calls[2]);

        Assert.Contains("202 Accepted", stored, StringComparison.Ordinal);
        Assert.Contains("200 OK", repeated, StringComparison.Ordinal);
        Assert.Contains("HTTP/1.1 4", faulty, StringComparison.Ordinal);
        Assert.Contains("measurement.value", faulty, StringComparison.Ordinal);
        Assert.Contains("202 Accepted", note, StringComparison.Ordinal);
        Assert.Contains("measurements-to-lab", await RunAsync(calls[3]), StringComparison.Ordinal);
        Assert.Contains("\"balances\":true", await RunAsync(calls[4]), StringComparison.Ordinal);
        await ArrivesAsync(calls[5], "\"effects\": 2");
        Assert.Contains("Bundle", await RunAsync(calls[6]), StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f-]{36}", await RunAsync(calls[7]));
        Assert.Matches("^[0-9a-f-]{36}", await RunAsync(calls[8]));
        await ArrivesAsync(calls[9], "UTSKRIVNINGSRAPPORT");
        await ArrivesAsync(calls[9], "Accepted");
        Assert.Contains("\"faults\": 0", await RunAsync(calls[10]), StringComparison.Ordinal);
        foreach (var fault in calls[11..])
            Assert.Equal("", await RunAsync(fault));

        await hub.InterruptAsync();
        Assert.Equal(0, await hub.ExitAsync(Patience));
    }

    /// <summary>The servers of the journals listen for signals too, and are there first.</summary>
    [Fact]
    public async Task Should_end_when_it_is_interrupted_while_it_starts()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        var folder = Directory.CreateTempSubdirectory("hub-sandbox-").FullName;
        try
        {
            await using var hub = HubProcess.StartUnder(["env", $"TMPDIR={folder}"], ["sandbox", "--port-base", "0"]);
            await Wait.UntilAsync("the journals are there", Patience, () => Task.FromResult(Directory.EnumerateFiles(folder, "hub.yaml", SearchOption.AllDirectories).Any()), () => hub.Output);

            await hub.InterruptAsync();

            Assert.Equal(0, await hub.ExitAsync(TimeSpan.FromSeconds(30)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ArrivesAsync(string call, string text)
    {
        var clock = Stopwatch.StartNew();
        var answer = await RunAsync(call);
        while (!answer.Contains(text, StringComparison.Ordinal) && clock.Elapsed < Patience)
        {
            await Task.Delay(50);
            answer = await RunAsync(call);
        }
        Assert.Contains(text, answer, StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(string call)
    {
        using var bash = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", call]) { RedirectStandardOutput = true })!;
        var answer = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        Assert.True(bash.ExitCode == 0, $"{call}\n{answer}");
        return answer;
    }
}
