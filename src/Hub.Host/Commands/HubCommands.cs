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
        DoctorCommand.Make,
        MigrateCommand.Make,
        BackupCommand.Make,
        RestoreCommand.Make,
        TokenCommand.Make,
        AuditCommand.Make,
    ];

    /// <summary>Runs the program.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        var exit = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = Termination });
        return parsed.Errors.Count > 0 ? ExitCode.Usage : exit;
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
