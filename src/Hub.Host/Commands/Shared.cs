using System.CommandLine;
using Hub.Core.Errors;

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
}
