using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hub.Kith.Schemas;
using Hub.Simulators.Dignio;
using Xunit;

namespace Hub.AcceptanceTests.Demo;

public sealed partial class DemoTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Should_prove_that_in_is_out_and_dump_what_was_sent()
    {
        var dump = Directory.CreateTempSubdirectory("hub-dump-").FullName;
        try
        {
            await using var hub = HubProcess.Start("demo", "--seconds", "6", "--dump", dump);

            var exit = await hub.ExitAsync(Patience);
            var ledger = LastLine().Match(hub.Output.TrimEnd().Split('\n')[^1]);

            Assert.True(exit == 0, hub.Output);
            Assert.True(ledger.Success, hub.Output);
            var (accepted, delivered, dead, pending) = (Number(ledger, 1), Number(ledger, 2), Number(ledger, 3), Number(ledger, 4));
            Assert.Equal(accepted, delivered + dead + pending);
            // How much it is depends on the machine; what has to be there of it does not.
            Assert.True(delivered > 25 && dead > 0 && pending == 0, hub.Output);
            Assert.Contains("circuit open", hub.Output, StringComparison.Ordinal);
            var files = Directory.GetFiles(dump);
            var letters = Directory.GetFiles(Path.Combine(dump, "network"), "*.kith.xml");
            Assert.True(files.Length > delivered / 3 && files.Length < delivered + dead, hub.Output);
            foreach (var type in new[] { "LOG_INNLAGT", "UTSKRIVNINGSRAPPORT", "LOG_UTSKREVET", "DIALOG_HELSEFAGLIG", "APPREC" })
                Assert.Contains(letters, f => f.EndsWith($"-{type}.kith.xml", StringComparison.Ordinal));
            Assert.All(letters, f => Assert.Empty(KithSchemas.Validate(File.ReadAllBytes(f))));
            Assert.All(files, IsDocument);
            Assert.True(files.Select(f => FileName().Match(Path.GetFileName(f)).Groups[1].Value).Distinct().Count() >= 5);
        }
        finally
        {
            Directory.Delete(dump, recursive: true);
        }
    }

    [Fact]
    public async Task Should_show_nobody_by_number_or_name()
    {
        await using var hub = HubProcess.Start("demo", "--seconds", "2", "--seed", "5");

        Assert.Equal(0, await hub.ExitAsync(Patience));

        var people = SyntheticPerson.Make(10, 6).Concat(SyntheticPerson.Make(11, 6)).ToList();
        Assert.DoesNotContain(people, p => hub.Output.Contains(p.NationalId, StringComparison.Ordinal) || hub.Output.Contains(p.Name, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"\b\d{11}\b", hub.Output);
    }

    [Fact]
    public async Task Should_stop_with_its_summary_when_interrupted()
    {
        await using var hub = HubProcess.Start("demo", "--seconds", "600");
        Assert.True(await hub.SaysAsync("delivered", Patience), hub.Output);

        await hub.InterruptAsync();

        Assert.Equal(0, await hub.ExitAsync(Patience));
        Assert.Matches(LastLine(), hub.Output.TrimEnd().Split('\n')[^1]);
    }

    [Theory]
    [InlineData("--seconds", "0")]
    [InlineData("--speed", "9")]
    public async Task Should_refuse_what_makes_no_sense(string option, string value)
    {
        await using var hub = HubProcess.Start("demo", option, value);

        Assert.Equal(2, await hub.ExitAsync(Patience));
    }

    private static void IsDocument(string file)
    {
        Assert.Matches(FileName(), Path.GetFileName(file));
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        Assert.Contains(json.RootElement.GetProperty("resourceType").GetString(), new[] { "Observation", "Bundle", "CarePlan" });
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^accepted (\d+) = delivered (\d+) \+ dead-lettered (\d+) \+ pending (\d+)\s*$")]
    private static partial Regex LastLine();

    [GeneratedRegex(@"^\d+\.\d+-([a-z]+\.[a-z]+)\.json$")]
    private static partial Regex FileName();
}
