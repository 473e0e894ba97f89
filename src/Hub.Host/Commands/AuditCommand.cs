using System.CommandLine;
using System.Text.Json;
using Hub.Host.Composition;
using Hub.Host.Configuration;

namespace Hub.Host.Commands;

/// <summary><c>hub audit verify</c>: walks the hash chain of the audit log.</summary>
internal static class AuditCommand
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Make()
    {
        var store = new StoreOptions();
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var verify = new Command(
            "verify",
            "Walk the audit log from its first entry, while the hub runs, and tell the first entry that was changed, taken out or put in. Exit codes: 0 whole, 1 failed, 2 bad configuration or usage, 5 broken.") { json };
        store.AddTo(verify);
        verify.SetAction((parsed, cancel) => Shared.OnStoreAsync(
            parsed, store.Settings(parsed), settings => VerifyAsync(settings, parsed.GetValue(json), parsed.InvocationConfiguration.Output, cancel)));
        return new Command("audit", "Look at the audit log.") { verify };
    }

    private static async Task<int> VerifyAsync(HubSettings settings, bool json, TextWriter output, CancellationToken cancel)
    {
        await using var store = await Databases.BesideAsync(settings, mayMake: false, cancel);
        var (entries, broken) = await store.VerifyAsync(cancel);
        output.WriteLine(
            json ? JsonSerializer.Serialize(new { entries, whole = broken is null, firstBroken = broken }, Format)
            : broken is null ? $"whole: {entries} entries"
            : $"broken: the first entry that does not fit is {broken}; {entries} entries");
        return broken is null ? ExitCode.Done : ExitCode.BrokenChain;
    }
}
