using System.Globalization;
using Hub.Host.Commands;

namespace Hub.Host.Scenarios;

/// <summary><c>hub demo --scenario NAME</c>: plays a pilot and shows each step as it comes true.</summary>
internal static class ScenarioCommand
{
    /// <summary>Plays it.</summary>
    /// <param name="name">Name of the scenario.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>0 when every step came true.</returns>
    public static async Task<int> RunAsync(string name, CancellationToken cancel)
    {
        var scenario = ScenarioRun.All.Single(s => s.Name == name);
        var directory = Directory.CreateTempSubdirectory($"hub-{name}-").FullName;
        Console.WriteLine($"{scenario.Name}: {scenario.Title}");
        Console.WriteLine($"configuration: ops/examples/{scenario.Name}, database: {Backing()}");
        Console.WriteLine();
        var report = await ScenarioRun.PlayAsync(scenario, directory, Environment.GetEnvironmentVariable, Tell, cancel);
        Console.WriteLine();
        Console.WriteLine(report.Ok
            ? $"{report.Steps.Count} steps came true"
            : $"{report.Steps.Count(s => s.Ok)} steps came true, then: {report.Failure}; configuration, data and log are kept in {directory}");
        Console.WriteLine(ScenarioRun.Line(report.Ledger));
        if (report.Ok)
            Directory.Delete(directory, recursive: true);
        return report.Ok ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Tell(ScenarioStep step)
    {
        var took = step.Took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        Console.WriteLine($"{(step.Ok ? "ok  " : "NOT ")} {took,5} s  {step.Flow}: {step.What}");
        if (step.Detail is { } detail)
            Console.WriteLine($"                 {detail}");
    }

    private static string Backing() => Environment.GetEnvironmentVariable("HUB_POSTGRES") is { Length: > 0 }
        ? Environment.GetEnvironmentVariable("HUB_RABBITMQ") is { Length: > 0 } ? "PostgreSQL with RabbitMQ" : "PostgreSQL"
        : "embedded";
}
