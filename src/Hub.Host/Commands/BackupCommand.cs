using System.CommandLine;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Store;
using Hub.Store.Backup;

namespace Hub.Host.Commands;

/// <summary><c>hub backup</c>: copies the database of a hub that may be running.</summary>
internal static class BackupCommand
{
    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Make()
    {
        var store = new StoreOptions();
        var to = new Argument<string>("DIR") { Description = "Directory of the backup; made, and must be empty" };
        var keys = new Option<string?>("--keys") { Description = "Copy the encryption keys to this directory, apart from the database: who holds both can read every body", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("backup", "Copy the database as it is at one moment, while the hub runs. SQLite by itself, PostgreSQL by pg_dump. Without the encryption keys (--keys) no body in it can be read. Exit codes: 0 done, 1 failed, 2 bad configuration or usage.") { to, keys, json };
        store.AddTo(command);
        command.SetAction((parsed, cancel) => Shared.OnStoreAsync(parsed, store.Settings(parsed), settings => TakeAsync(settings, parsed.GetValue(to)!, parsed.GetValue(keys), parsed.GetValue(json), cancel)));
        return command;
    }

    private static async Task<int> TakeAsync(HubSettings settings, string directory, string? keys, bool json, CancellationToken cancel)
    {
        var from = Path.Combine(settings.DataDirectory, "keys");
        if (keys is not null && Directory.Exists(keys) && Directory.EnumerateFileSystemEntries(keys).Any())
            throw new StoreRefusedException("The directory of --keys is not empty.");
        if (keys is not null)
            KeyCopy.Check(from);
        var manifest = await StoreBackup.TakeAsync(Databases.Place(settings), directory, TimeProvider.System.GetUtcNow(), cancel);

        // After the database: a tenant that came meanwhile has its key in the copy rather than only its bodies.
        var copied = keys is null ? 0 : KeyCopy.Copy(from, keys);
        if (json)
        {
            Console.WriteLine(BackupText.Json(manifest, copied));
            return ExitCode.Done;
        }

        Console.WriteLine(BackupText.Lines(manifest));
        Console.WriteLine(keys is null ? $"keys      not copied; without {from} no body can be read (--keys)" : $"keys      {copied} files in {keys}");
        return ExitCode.Done;
    }
}
