using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Store;

namespace Hub.Host.Commands;

/// <summary>Options that several commands have, and how errors are printed.</summary>
internal static class Shared
{
    /// <summary>The configuration directory.</summary>
    public static Option<string?> Config() => new("--config") { Description = "Directory of hub.yaml and tenants/ (HUB_CONFIG; default: config)", HelpName = "DIR" };

    /// <summary>An option that takes a whole number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it means.</param>
    /// <param name="standard">The number when it is not given.</param>
    /// <param name="least">The smallest it may be.</param>
    /// <param name="most">The largest it may be.</param>
    /// <param name="help">What stands for the number in help.</param>
    /// <returns>The option.</returns>
    public static Option<int> Number(string name, string description, int standard, int least, int most, string help = "N") => new(name)
    {
        Description = description,
        HelpName = help,
        DefaultValueFactory = _ => standard,
        CustomParser = argument =>
        {
            if (argument.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                return number;
            argument.AddError($"{name} must be a whole number from {least} to {most}");
            return standard;
        },
    };

    /// <summary>Waits until the program is told to stop, and goes on apart from whoever tells it: on the thread that a signal comes in by, what is stopped next would wait for that thread.</summary>
    /// <param name="stop">Tells it.</param>
    public static async Task UntilAsync(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Register(stopped.SetResult);
        await stopped.Task;
    }

    /// <summary>Prints every error, one per line.</summary>
    /// <param name="errors">The errors.</param>
    /// <param name="output">Where to; null = the error stream.</param>
    public static void Print(IReadOnlyList<HubError> errors, TextWriter? output = null)
    {
        output ??= Console.Error;
        foreach (var error in errors)
            output.WriteLine($"{(error.Path is { Length: > 0 } path ? path + ": " : "")}{error.Code}: {error.Text}");
        output.WriteLine(errors.Count == 1 ? "1 error" : $"{errors.Count} errors");
    }

    /// <summary>Runs a command on the database that the settings name; what the store refuses is printed.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="settings">The settings, or their errors.</param>
    /// <param name="work">What the command does.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> OnStoreAsync(ParseResult parsed, Result<HubSettings> settings, Func<HubSettings, Task<int>> work)
    {
        var errors = parsed.InvocationConfiguration.Error;
        if (!settings.IsOk)
        {
            Print(settings.Errors, errors);
            return ExitCode.Usage;
        }

        try
        {
            return await work(settings.Value);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or StoreRefusedException or StoreUnavailableException)
        {
            await errors.WriteLineAsync(e.Message);
            return ExitCode.Failed;
        }
        catch (DbException e)
        {
            // The driver's own words can quote what was to be written.
            await errors.WriteLineAsync($"{Databases.Place(settings.Value).Shown} refuses what the command asks (SQLSTATE {e.SqlState ?? "-"}).");
            return ExitCode.Failed;
        }
    }
}
