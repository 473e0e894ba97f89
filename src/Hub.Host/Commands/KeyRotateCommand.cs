using System.CommandLine;
using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Store;

namespace Hub.Host.Commands;

/// <summary><c>hub key rotate</c>: a new encryption key for what a tenant stores from now on.</summary>
internal static class KeyRotateCommand
{
    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Make()
    {
        var store = new StoreOptions();
        var tenant = new Argument<string>("TENANT") { Description = "The tenant" };
        var reason = new Option<string>("--reason") { Description = "Why, for the audit log", DefaultValueFactory = _ => "rotated", HelpName = "TEXT" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command(
            "rotate",
            "Give a tenant a new encryption key, while the hub runs: bodies are sealed with it from now on, older ones stay readable. Running nodes follow within half a minute. Back the key directory up afterwards. "
            + "Exit codes: 0 done, 1 failed, 2 bad configuration or usage.") { tenant, reason, json };
        store.AddTo(command);
        command.SetAction((parsed, cancel) => Shared.OnStoreAsync(
            parsed, store.Settings(parsed),
            settings => RotateAsync(settings, parsed.GetValue(tenant)!, parsed.GetValue(reason)!, parsed.GetValue(json), parsed.InvocationConfiguration.Output, cancel)));
        return command;
    }

    private static async Task<int> RotateAsync(HubSettings settings, string tenant, string reason, bool json, TextWriter output, CancellationToken cancel)
    {
        var keys = Path.Combine(settings.DataDirectory, "keys");
        KeyCopy.Check(keys);

        // A misspelt tenant would get a key that nobody uses, and the right one would keep its old.
        if (tenant.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') || !File.Exists(Path.Combine(keys, tenant + ".keys")))
            throw new StoreRefusedException($"There is no key of such a tenant in {keys}.");
        await using var store = await Databases.BesideAsync(settings, mayMake: false, cancel);
        await store.MigrateAsync(settings.Partitions, cancel);

        // Written first: an entry whose key never came into use misleads nobody, a key of which nothing is written does.
        var number = await BodyVault.Open(keys).RotateAsync(
            tenant, key => store.AppendAsync(new AuditEntry(TimeProvider.System.GetUtcNow(), $"cli:{Environment.UserName}", "key.rotate", tenant, $"key {key}", reason), cancel), cancel);
        if (json)
            Terminal.Json(output, new { tenant, key = number });
        else
            output.WriteLine($"rotated: {tenant} seals with key {number} from now on; back up {keys}");
        return ExitCode.Done;
    }
}
