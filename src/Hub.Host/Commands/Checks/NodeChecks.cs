using System.Globalization;
using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Host.Health;
using Hub.Store;

namespace Hub.Host.Commands.Checks;

/// <summary>Looks at what a node stands on: disk, keys, database, clock, broker.</summary>
/// <param name="settings">Settings of the node.</param>
/// <param name="time">The clock.</param>
internal sealed class NodeChecks(HubSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BrokerPatience = TimeSpan.FromSeconds(5);

    private string Keys => Path.Combine(settings.DataDirectory, "keys");

    /// <summary>Whether the data directory can be written to.</summary>
    public Finding Data()
    {
        if (!Directory.Exists(settings.DataDirectory))
            return new Finding("data", Verdict.Failed, $"There is no directory {settings.DataDirectory}", "Make it, owned by the account that runs the hub, or name it with --data or HUB_DATA.");
        var probe = Path.Combine(settings.DataDirectory, $".doctor-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return Finding.Ok("data", $"{settings.DataDirectory} can be written to");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Finding("data", Verdict.Failed, $"{settings.DataDirectory} cannot be written to", "Give the account that runs the hub the right to write there.");
        }
    }

    /// <summary>Whether there is room on the disk; intake stops when there is none.</summary>
    public Finding Disk()
    {
        if (NodeWatch.Disk(settings.DataDirectory) is not ({ } free, > 0 and var size))
            return Finding.Skipped("disk", "Free space cannot be told here");
        var (percent, limit) = (free * 100m / size, settings.Alerts.DiskFree);
        var text = string.Create(CultureInfo.InvariantCulture, $"{free / 1073741824m:0.0} GiB free, {percent:0} %");
        return percent >= limit ? Finding.Ok("disk", text) : new Finding("disk", percent * 2 < limit ? Verdict.Failed : Verdict.Warning, text, "Make room, or shorten retention: ops/runbooks/disk-low.md.");
    }

    /// <summary>Whether the encryption keys are there.</summary>
    public Finding EncryptionKeys()
    {
        try
        {
            KeyCopy.Check(Keys);
            BodyVault.Open(Keys);
            // One more file, '-.keys', is the hub's own.
            var tenants = Directory.EnumerateFiles(Keys, "*.keys").Count(f => Path.GetFileName(f) != "-.keys");
            return Others() is { } open
                ? new Finding("keys", Verdict.Warning, $"{open} can be read by others than its owner", "Close it (chmod 700 for the directory, 600 for files), and give tenants new keys with 'hub key rotate' if somebody may have copied it.")
                : Finding.Ok("keys", $"Master key and keys of {tenants} {(tenants == 1 ? "tenant" : "tenants")} in {Keys}");
        }
        catch (UnauthorizedAccessException)
        {
            return new Finding("keys", Verdict.Failed, $"{Keys} cannot be read by this account", "Run as the account that runs the hub, or give the directory and its files to that account.");
        }
        catch (Exception e) when (e is IOException or StoreRefusedException)
        {
            return File.Exists(Path.Combine(Keys, "master.key"))
                ? new Finding("keys", Verdict.Failed, e.Message, "Restore the key directory from its backup; every node needs the same keys.")
                : new Finding("keys", Verdict.Warning, $"There are no encryption keys in {Keys}", "A first start makes them. Where a hub has run before, restore them: without them no body can be read.");
        }
    }

    // What the hub makes is its owner's alone; a copy or a mount may not be. The lock holds no key.
    private string? Others()
    {
        const UnixFileMode Foreign = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (OperatingSystem.IsWindows())
            return null;
        foreach (var path in Directory.EnumerateFiles(Keys).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Prepend(Keys))
        {
            if ((File.GetUnixFileMode(path) & Foreign) != 0)
                return path;
        }

        return null;
    }

    /// <summary>Whether the database answers, and its schema and clock.</summary>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<Finding>> DatabaseAsync(CancellationToken cancel)
    {
        var place = Databases.Place(settings);
        try
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            deadline.CancelAfter(Patience);
            if (settings.Postgres is null && !File.Exists(Path.Combine(settings.DataDirectory, "hub.db")))
            {
                return [new Finding("database", Verdict.Warning, $"There is no database in {settings.DataDirectory}", "A first start makes it. Where a hub has run before, --data or HUB_DATA names another directory."), NoClock()];
            }

            var schema = await HubStore.SchemaAsync(place, deadline.Token);
            if (settings.Postgres is not { } connection || schema is null)
                return [Schema(place.Shown, schema), NoClock()];
            await using var store = HubStore.OpenPostgres(connection);
            return [Schema(place.Shown, schema), await ClockAsync(store, deadline.Token)];
        }
        catch (Exception e) when (e is StoreUnavailableException or StoreRefusedException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            var todo = settings.Postgres is null
                ? "Put hub.db back from its backup (ops/backup.md), or name the right directory with --data or HUB_DATA."
                : "Start the database, or correct HUB_POSTGRES (host, port, database, user, password): ops/runbooks/store-down.md.";
            return
            [
                new Finding("database", Verdict.Failed, $"{place.Shown}: {(e is OperationCanceledException ? "no answer in time" : e.Message)}", todo),
                Finding.Skipped("clock", "The database was not asked"),
            ];
        }
    }

    /// <summary>Whether the broker answers as one and lets the hub in.</summary>
    /// <param name="cancel">Gives up.</param>
    public async Task<Finding> BrokerAsync(CancellationToken cancel)
    {
        if (settings.RabbitMq is null)
            return Finding.Skipped("broker", "None is configured");
        return BrokerAddress.Of(settings.RabbitMq) is { } uri
            ? await BrokerProbe.AskAsync(uri, BrokerPatience, cancel)
            : new Finding("broker", Verdict.Failed, "The address is none", "Correct HUB_RABBITMQ: amqp://user:password@host:5672/%2F.");
    }

    private static Finding NoClock() => Finding.Skipped("clock", "The database is on this machine, or not there yet");

    private static Finding Schema(string place, int? schema) => schema switch
    {
        null => new Finding("database", Verdict.Warning, $"{place} is there and empty", "A first start, or 'hub migrate', fills it."),
        var number when number == HubStore.Schema => Finding.Ok("database", $"{place}, schema {number}"),
        var number when number < HubStore.Schema => new Finding("database", Verdict.Warning, $"{place}, schema {number}; this version knows {HubStore.Schema}", "Run 'hub migrate', or let the next start do it."),
        var number => new Finding("database", Verdict.Warning, $"{place}, schema {number}, made by a newer version; this one knows {HubStore.Schema}", "Run the newer version: ops/upgrade.md."),
    };

    private async Task<Finding> ClockAsync(IHubStore store, CancellationToken cancel)
    {
        var before = time.GetUtcNow();
        var clock = await store.ClockAsync(cancel);
        var offset = NodeWatch.Offset(before, clock, time.GetUtcNow());
        var (text, limit) = (string.Create(CultureInfo.InvariantCulture, $"{offset.TotalSeconds:0.0} s from the database"), settings.Alerts.Limits.ClockSkew);
        return offset.Duration() <= limit ? Finding.Ok("clock", text) : new Finding("clock", Verdict.Warning, text, "Let this machine and the database keep time by the same source: ops/runbooks/clock-skew.md.");
    }
}
