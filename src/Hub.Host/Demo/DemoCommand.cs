using System.CommandLine;
using Hub.Host.Commands;
using Hub.Host.Scenarios;
using Spectre.Console;

namespace Hub.Host.Demo;

/// <summary><c>hub demo</c>: hub and simulators in one process, on nothing that has to be installed.</summary>
internal static class DemoCommand
{
    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Make()
    {
        var seconds = Shared.Number("--seconds", "How long events come in, in seconds", 30, 1, 3600);
        var seed = Shared.Number("--seed", "The same seed tells the same story", 1, int.MinValue, int.MaxValue, "S");
        var dump = new Option<string?>("--dump") { Description = "Write every document that was sent, one file each, and every message of the network with its keys in DIR/network", HelpName = "DIR" };
        var scenario = new Option<string?>("--scenario") { Description = $"Play one pilot, step by step, in place of the general demo: {string.Join(", ", ScenarioRun.All.Select(s => s.Name))}", HelpName = "NAME" };
        scenario.AcceptOnlyFromAmong([.. ScenarioRun.All.Select(s => s.Name)]);
        var command = new Command("demo", "Run the hub with simulated home follow-up, journals, a hospital and a GP, break a journal for a while, and prove that what came in went out. Exit code 0 only if it did.") { seconds, seed, dump, scenario };
        command.SetAction((parsed, cancel) => parsed.GetValue(scenario) is { } name ? ScenarioCommand.RunAsync(name, cancel) : RunAsync(new DemoOptions(parsed.GetValue(seconds), parsed.GetValue(seed), parsed.GetValue(dump)), cancel));
        return command;
    }

    private static async Task<int> RunAsync(DemoOptions options, CancellationToken cancel)
    {
        // A signal is heard from here on: until an action first waits, nobody listens for one but the servers that it starts.
        await Task.Yield();
        var time = TimeProvider.System;
        var isTerminal = !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi;
        var console = isTerminal ? AnsiConsole.Console : Plain();
        string directory;
        DemoResult result;
        await using (var demo = await DemoRun.StartAsync(options, time, cancel))
        {
            directory = demo.Directory;
            result = await demo.RunAsync(isTerminal ? new TableScreen(console, time) : new LineScreen(Console.Out, time), cancel);
        }
        Summary.Print(console, result, DemoHub.Names);
        if (options.Dump is { } dump)
            Console.WriteLine($"{result.Dumped} documents in {dump}, {result.DumpedLetters} messages of the network in {Path.Combine(dump, "network")}");
        if (result.Differences.Count == 0)
            Directory.Delete(directory, recursive: true);
        else
            Console.WriteLine($"configuration, data and log are kept in {directory}");
        Console.WriteLine(Summary.LastLine(result));
        return result.Differences.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    // A file or pipe gets the same tables, without colours and as wide as they are.
    internal static IAnsiConsole Plain()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No });
        console.Profile.Width = 160;
        return console;
    }
}
