using System.CommandLine;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Store;
using Hub.Store.Backup;

namespace Hub.Host.Commands;

/// <summary><c>hub restore</c>: puts a backup into a place that has no hub yet.</summary>
internal static class RestoreCommand
{
    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Make()
    {
        var store = new StoreOptions();
        var from = new Argument<string?>("DIR") { Description = "Directory of the backup", Arity = ArgumentArity.ZeroOrOne };
        var keys = new Option<string?>("--keys") { Description = "Copy the encryption keys from this directory; not needed where they are in place", HelpName = "DIR" };
        var inPlace = new Option<bool>("--in-place") { Description = "The database was put back by its own means (point-in-time recovery): only prepare it to run again" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("restore", "Put a backup into an empty place, check that it holds what was backed up, and prepare it to run again: message numbers that may have been given since are left out, and the audit log says so. No hub may run on it. Exit codes: 0 done, 1 failed, 2 bad configuration or usage.") { from, keys, inPlace, json };
        store.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            if (parsed.GetValue(inPlace) == parsed.GetValue(from) is not null)
            {
                Console.Error.WriteLine("Name the directory of a backup, or --in-place");
                return Task.FromResult(ExitCode.Usage);
            }

            return Shared.OnStoreAsync(parsed, store.Settings(parsed), settings => PutBackAsync(settings, parsed.GetValue(from), parsed.GetValue(keys), parsed.GetValue(json), cancel));
        });
        return command;
    }

    private static async Task<int> PutBackAsync(HubSettings settings, string? directory, string? keys, bool json, CancellationToken cancel)
    {
        var (place, who, now) = (Databases.Place(settings), $"cli:{Environment.UserName}", TimeProvider.System.GetUtcNow());
        var home = Path.Combine(settings.DataDirectory, "keys");
        if (keys is not null && Directory.Exists(home) && Directory.EnumerateFiles(home, "*.key*").Any())
            throw new StoreRefusedException("The target has keys. Move them away first: a restore replaces nothing.");
        var copied = keys is null ? 0 : KeyCopy.Copy(keys, home);
        if (directory is null)
        {
            var facts = await StoreBackup.ResumeAsync(place, who, now, cancel);
            Console.WriteLine(json ? BackupText.Json(facts) : BackupText.Lines(facts));
            return ExitCode.Done;
        }

        var manifest = await StoreBackup.RestoreAsync(directory, place, who, now, cancel);
        Console.WriteLine(json ? BackupText.Json(manifest, copied) : BackupText.Lines(manifest));
        if (!File.Exists(Path.Combine(home, "master.key")))
            await Console.Error.WriteLineAsync($"warning: there are no encryption keys in {home}; put them there before the hub starts, or no body can be read");
        return ExitCode.Done;
    }
}
