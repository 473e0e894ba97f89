using System.CommandLine;
using Hub.Host.Configuration;
using Hub.Store;

namespace Hub.Host.Commands;

/// <summary><c>hub migrate</c>: brings the schema up to date before the first node of a new version starts. <c>hub run</c> does the same.</summary>
internal static class MigrateCommand
{
    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Make()
    {
        var store = new StoreOptions();
        var command = new Command("migrate", "Bring the database's schema up to date, as hub run does at its start. Nodes of the version before go on beside it. Exit codes: 0 done, 1 failed, 2 bad configuration or usage.");
        store.AddTo(command);
        command.SetAction((parsed, cancel) => Shared.OnStoreAsync(parsed, store.Settings(parsed), settings => RunAsync(settings, cancel)));
        return command;
    }

    private static async Task<int> RunAsync(HubSettings settings, CancellationToken cancel)
    {
        await using var store = Composition.Databases.Store(settings, TimeProvider.System);
        var installation = await store.MigrateAsync(settings.Partitions, cancel);
        Console.WriteLine($"schema {HubStore.Schema}, installation {installation.Id:D}, {installation.Partitions} partitions");
        return ExitCode.Done;
    }
}
