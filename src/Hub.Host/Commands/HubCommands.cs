using System.CommandLine;
using Hub.Host.Demo;

namespace Hub.Host.Commands;

/// <summary>Every command of the program.</summary>
internal static class HubCommands
{
    // Longer than the longest drain and stop that limits allow: a signal must not cut them short. Who supervises the process has the last word.
    private static readonly TimeSpan Termination = TimeSpan.FromMinutes(40);

    /// <summary>The commands, in the order that help lists them.</summary>
    public static readonly IReadOnlyList<Func<Command>> All =
    [
        RunCommand.Make,
        DemoCommand.Make,
        SandboxCommand.Make,
        ConfigCommand.Make,
        RouteCommand.Make,
        PartnerCommand.Make,
        KeyCommand.Make,
        MshCommand.Make,
        MessageCommand.Make,
        PlanCommand.Make,
        DoctorCommand.Make,
        MigrateCommand.Make,
        BackupCommand.Make,
        RestoreCommand.Make,
        TokenCommand.Make,
        AuditCommand.Make,
    ];

    /// <summary>Runs the program.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Where to print; null = standard output.</param>
    /// <param name="errors">Where to print what is wrong; null = standard error.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter? output = null, TextWriter? errors = null)
    {
        var run = new InvocationConfiguration { ProcessTerminationTimeout = Termination, EnableDefaultExceptionHandler = false };
        (run.Output, run.Error) = (output ?? Console.Out, errors ?? Console.Error);
        var parsed = Root().Parse(args);
        try
        {
            var exit = await parsed.InvokeAsync(run);
            return parsed.Errors.Count > 0 ? ExitCode.Usage : exit;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk, a file of somebody else: the message names it, and where in the program it happened helps nobody.
            await run.Error.WriteLineAsync(e.Message);
            return ExitCode.Failed;
        }
        catch (Exception defect)
        {
            await run.Error.WriteLineAsync($"Unexpected fault: {defect}");
            return ExitCode.Failed;
        }
    }

    /// <summary>The whole command line.</summary>
    /// <returns>The root.</returns>
    public static RootCommand Root()
    {
        var root = new RootCommand("Integration hub for home follow-up: home events in, journals served, nothing lost. Exit codes: 0 done, 1 failed, 2 bad configuration or usage.");
        foreach (var make in All)
            root.Subcommands.Add(make());
        return root;
    }
}
