using System.CommandLine;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Configuration;
using Hub.Store;

namespace Hub.Host.Commands;

/// <summary>Options that several commands have, and how errors are printed.</summary>
internal static class Shared
{
    /// <summary>The configuration directory.</summary>
    public static Option<string?> Config() => new("--config") { Description = "Directory of hub.yaml and tenants/ (HUB_CONFIG; default: config)", HelpName = "DIR" };

    /// <summary>Prints every error, one per line.</summary>
    /// <param name="errors">The errors.</param>
    public static void Print(IReadOnlyList<HubError> errors)
    {
        foreach (var error in errors)
            Console.Error.WriteLine($"{error.Path}: {error.Code}: {error.Text}");
        Console.Error.WriteLine(errors.Count == 1 ? "1 error" : $"{errors.Count} errors");
    }

    /// <summary>Runs a command on the database that the settings name; what the store refuses is printed.</summary>
    /// <param name="settings">The settings, or their errors.</param>
    /// <param name="work">What the command does.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> OnStoreAsync(Result<HubSettings> settings, Func<HubSettings, Task<int>> work)
    {
        if (!settings.IsOk)
        {
            Print(settings.Errors);
            return ExitCode.Usage;
        }

        try
        {
            return await work(settings.Value);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or StoreRefusedException or StoreUnavailableException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Failed;
        }
    }
}
