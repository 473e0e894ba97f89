using System.Globalization;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Host.Security;
using Hub.Simulators.Gerica;
using Serilog;
using Serilog.Extensions.Logging;

namespace Hub.Host.Demo;

/// <summary>A hub on the embedded database with two tenants and a journal for each, in a directory of its own under the system's temporary one.</summary>
internal sealed class DemoHub : IAsyncDisposable
{
    private static readonly (string Name, string Title, string Orgnr)[] Towns = [("larvik", "Larvik (demo)", "312229544"), ("bodo", "Bodø (demo)", "314159265")];

    /// <summary>Names of the tenants.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Towns.Select(t => t.Name)];

    /// <summary>Which tenant is on the message network.</summary>
    public const int OnNetwork = 1;

    private readonly SerilogLoggerFactory _logs;

    private DemoHub(string directory, IReadOnlyList<DemoTenant> tenants, HubApplication hub, string operatorKey, SerilogLoggerFactory logs)
    {
        Directory = directory;
        Tenants = tenants;
        Hub = hub;
        OperatorKey = operatorKey;
        _logs = logs;
    }

    /// <summary>Where configuration, data and log are.</summary>
    public string Directory { get; }

    /// <summary>The tenants.</summary>
    public IReadOnlyList<DemoTenant> Tenants { get; }

    /// <summary>The hub.</summary>
    public HubApplication Hub { get; }

    /// <summary>A key for the operator API.</summary>
    public string OperatorKey { get; }

    /// <summary>Where the hub listens.</summary>
    public Uri Url => Hub.Addresses[0];

    /// <summary>Starts everything.</summary>
    /// <param name="portBase">Port of the hub; the journals take the next ones, hospital and GP those after them. 0 = free ports.</param>
    /// <param name="keepBodies">True lets everybody keep what they get.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The running hub.</returns>
    public static async Task<DemoHub> StartAsync(int portBase, bool keepBodies, CancellationToken cancel)
    {
        var directory = System.IO.Directory.CreateTempSubdirectory("hub-demo-").FullName;
        var tenants = new List<DemoTenant>();
        foreach (var (name, title, orgnr) in Towns)
            tenants.Add(await TenantAsync(name, title, orgnr, portBase == 0 ? 0 : portBase + tenants.Count + 1, keepBodies));
        tenants[OnNetwork] = tenants[OnNetwork] with { Network = await DemoNetwork.StartAsync(tenants[OnNetwork].Name, portBase == 0 ? 0 : portBase + tenants.Count + 1, keepBodies) };
        var operatorKey = ApiKey.New();
        var config = Path.Combine(directory, "config");
        DemoFiles.Write(config, tenants, operatorKey);
        var settings = SettingsReader.Read(
            new SettingArguments([$"http://127.0.0.1:{portBase.ToString(CultureInfo.InvariantCulture)}"], config, Path.Combine(directory, "data"), "demo"), _ => null);
        if (!settings.IsOk)
            throw new ConfigurationException(settings.Errors);
        var logs = new SerilogLoggerFactory(
            new LoggerConfiguration().MinimumLevel.Override("Microsoft", Serilog.Events.LogEventLevel.Warning)
                .WriteTo.File(Path.Combine(directory, "hub.log"), formatProvider: CultureInfo.InvariantCulture).CreateLogger(),
            dispose: true);
        var hub = HubApplication.Build(settings.Value, new HubOverrides { Logs = logs });
        await hub.StartAsync(cancel);
        foreach (var tenant in tenants)
            tenant.Network?.Join(hub.Addresses[0]);
        return new DemoHub(directory, tenants, hub, operatorKey, logs);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        foreach (var tenant in Tenants)
        {
            await tenant.Journal.DisposeAsync();
            if (tenant.Network is { } network)
                await network.DisposeAsync();
        }
        _logs.Dispose();
    }

    private static async Task<DemoTenant> TenantAsync(string name, string title, string orgnr, int port, bool keepBodies)
    {
        var secret = ApiKey.New();
        var journal = await GericaServer.StartAsync(new GericaOptions
        {
            Port = port,
            Clients = new Dictionary<string, string> { [$"hub-{name}"] = secret },
            KeepBodies = keepBodies,
        });
        return new DemoTenant(name, title, orgnr, ApiKey.New(), secret, journal);
    }
}
