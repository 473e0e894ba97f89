using Hub.AcceptanceTests.Staging;
using Hub.Host.Scenarios;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>The pilots, played from their example configurations: what <c>hub demo --scenario</c> shows.</summary>
public sealed class ScenarioJourneys
{
    public static TheoryData<string, BackingKind> Scenarios()
    {
        var data = new TheoryData<string, BackingKind>();
        foreach (var scenario in ScenarioRun.All)
        {
            data.Add(scenario.Name, BackingKind.Embedded);
            data.Add(scenario.Name, BackingKind.Servers);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Should_come_true_step_by_step(string name, BackingKind kind)
    {
        await using var backing = await Backing.MakeAsync(kind);
        var directory = Directory.CreateTempSubdirectory("hub-scenario-").FullName;
        var cancel = TestContext.Current.CancellationToken;
        var report = await ScenarioRun.PlayAsync(ScenarioRun.All.Single(s => s.Name == name), directory, backing.Settings.GetValueOrDefault, null, cancel);
        var told = string.Join('\n', report.Steps.Select(s => $"{(s.Ok ? "ok " : "NOT")} {s.Flow}: {s.What} ({s.Detail})"));
        Assert.True(report.Ok, $"{report.Failure}\n{told}\n{await File.ReadAllTextAsync(Directory.EnumerateFiles(directory, "hub.log").Single(), cancel)}");
        Assert.Equal(0, report.Ledger.Pending);
        Directory.Delete(directory, recursive: true);
    }
}
