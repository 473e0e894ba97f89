using System.Globalization;
using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Host.Security;
using Serilog;
using Serilog.Extensions.Logging;

namespace Hub.Host.Scenarios;

/// <summary>Plays a scenario: example configuration, simulators, hub, steps, drain, ledger.</summary>
public static class ScenarioRun
{
    /// <summary>Every scenario of this build, by name.</summary>
    public static IReadOnlyList<IScenario> All { get; } =
    [
        .. typeof(ScenarioRun).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsClass: true } && t.IsAssignableTo(typeof(IScenario)))
            .Select(t => (IScenario)Activator.CreateInstance(t, nonPublic: true)!).OrderBy(s => s.Name, StringComparer.Ordinal),
    ];

    /// <summary>Plays it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="directory">Directory for configuration, data and log; made when missing.</param>
    /// <param name="settings">Settings as environment variables name them (HUB_POSTGRES, HUB_RABBITMQ); none = embedded.</param>
    /// <param name="told">Told of every step as it ends.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How it went.</returns>
    public static async Task<ScenarioReport> PlayAsync(IScenario scenario, string directory, Func<string, string?> settings, Action<ScenarioStep>? told, CancellationToken cancel)
    {
        var time = TimeProvider.System;
        var config = Path.Combine(directory, "config");
        Directory.CreateDirectory(config);
        var operatorKey = ApiKey.New();
        await using var cast = new ScenarioCast(config);
        await scenario.CastAsync(cast, cancel);
        ScenarioFiles.Write(ExampleFiles.Of(scenario.Name), cast, operatorKey);
        var read = SettingsReader.Read(new SettingArguments(["http://127.0.0.1:0"], config, Path.Combine(directory, "data"), "scenario"), settings);
        if (!read.IsOk)
            throw new ConfigurationException(read.Errors);
        using var logs = new SerilogLoggerFactory(
            new LoggerConfiguration().MinimumLevel.Override("Microsoft", Serilog.Events.LogEventLevel.Warning).MinimumLevel.Override("Quartz", Serilog.Events.LogEventLevel.Warning)
                .WriteTo.File(Path.Combine(directory, "hub.log"), formatProvider: CultureInfo.InvariantCulture).CreateLogger(),
            dispose: true);
        await using var hub = HubApplication.Build(read.Value, new HubOverrides { Logs = logs });
        await hub.StartAsync(cancel);
        await using var stage = new ScenarioStage(hub, cast, operatorKey, time) { Told = told };
        Ledger? ledger = null;
        try
        {
            await stage.UntilAsync("the hub takes messages", () => Task.FromResult(hub.Services.Engine is not null), cancel);
            cast.Join(hub.Addresses[0]);
            await scenario.PlayAsync(stage, cancel);
            await stage.StepAsync("ledger", "everything that came in is accounted for", async () =>
            {
                ledger = await stage.DrainAsync(cancel);
                return ledger.Balances ? Line(ledger) : throw new ScenarioFailedException(Line(ledger));
            });
        }
        catch (ScenarioFailedException failed)
        {
            return new ScenarioReport(scenario, stage.Steps, await hub.Services.Store.LedgerAsync(null, CancellationToken.None)) { Failure = failed.Message };
        }

        return new ScenarioReport(scenario, stage.Steps, ledger!);
    }

    /// <summary>The ledger in one line.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <returns>The line.</returns>
    public static string Line(Ledger ledger) => string.Create(
        CultureInfo.InvariantCulture, $"accepted {ledger.Accepted} = delivered {ledger.Delivered} + dead-lettered {ledger.DeadLettered} + pending {ledger.Pending}");
}

/// <summary>How a scenario went.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Steps">Its steps in order.</param>
/// <param name="Ledger">The ledger at the end.</param>
public sealed record ScenarioReport(IScenario Scenario, IReadOnlyList<ScenarioStep> Steps, Ledger Ledger)
{
    /// <summary>What did not come true, null when everything did.</summary>
    public string? Failure { get; init; }

    /// <summary>True when every step came true.</summary>
    public bool Ok => Failure is null && Steps.Count > 0 && Steps.All(s => s.Ok);
}
