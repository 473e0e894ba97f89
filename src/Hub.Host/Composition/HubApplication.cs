using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Delivery;
using Hub.Host.Actions;
using Hub.Host.Alerts;
using Hub.Host.Configuration;
using Hub.Host.Messaging;
using Hub.Host.Metrics;
using Hub.Host.Polling;
using Hub.Host.Registers;
using Hub.Host.Retention;
using Hub.Host.Security;
using Hub.Host.Security.Tls;

namespace Hub.Host.Composition;

/// <summary>A whole hub in one object: what <c>hub run</c>, the demo, the sandbox, tests and benchmarks start and stop.</summary>
public sealed partial class HubApplication : IAsyncDisposable
{
    private static readonly TimeSpan StoreRetry = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan StoreReminder = TimeSpan.FromMinutes(1);

    private readonly WebApplication _server;
    private readonly MetricsPage _metrics;
    private readonly ILogger _logger;
    private readonly bool _ownsLogs;
    private readonly CancellationTokenSource _stopping = new();
    private ConfigWatcher? _watcher;
    private MessagingLoops? _messaging;
    private RegisterLoop? _registers;
    private FeedSchedule? _feeds;
    private AlertLoop? _alerts;
    private RetentionSchedule? _retention;
    private readonly HealthMeter _health;
    private readonly OtlpExport? _otlp;
    private ActionLoop? _actions;
    private Task _opening = Task.CompletedTask;
    private bool _stopped;
    private DateTimeOffset _toldNoStore = DateTimeOffset.MinValue;

    private HubApplication(HubServices services, bool ownsLogs)
    {
        Services = services;
        _ownsLogs = ownsLogs;
        _logger = services.Logs.CreateLogger<HubApplication>();
        _metrics = new MetricsPage(NotMeasured);
        _health = new HealthMeter(services);
        _otlp = OtlpExport.Start(services.Settings.Telemetry, services.Settings.Node);
        _server = HttpServer.Build(services, _metrics);
    }

    /// <summary>What the hub is made of.</summary>
    public HubServices Services { get; }

    /// <summary>The server, for looking at its routes.</summary>
    internal WebApplication Server => _server;

    /// <summary>Addresses it listens on; known after the start, with the real port where the settings say 0.</summary>
    public IReadOnlyList<Uri> Addresses => [.. _server.Urls.Select(u => new Uri(u))];

    /// <summary>Puts a hub together from its settings. Reads the tenant files; opens nothing else.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="overrides">Parts to use in place of the ordinary ones.</param>
    /// <returns>The hub, not started.</returns>
    /// <exception cref="ConfigurationException">The tenant files have errors.</exception>
    public static HubApplication Build(HubSettings settings, HubOverrides? overrides = null)
    {
        overrides ??= new HubOverrides();
        var time = overrides.Time ?? TimeProvider.System;
        var logs = overrides.Logs ?? Logging.Open(settings.Log);
        var adapters = overrides.Adapters ?? Parts.Adapters();
        var mappings = overrides.Mappings ?? Parts.Mappings();
        var secrets = new SecretReader(settings.ConfigDirectory);
        if (BrokerAddress.Errors(settings) is { Count: > 0 } noAddress)
            throw new ConfigurationException(noAddress);
        if (ConnectionCheck.Errors(settings.Connections, adapters) is { Count: > 0 } faults)
            throw new ConfigurationException(faults);
        var snapshots = overrides.Snapshots;
        if (snapshots is null)
        {
            var files = new ConfigFiles(settings.ConfigDirectory, adapters, mappings, secrets, logs.CreateLogger<ConfigFiles>(), settings.Connections);
            if (files.Load() is { Count: > 0 } errors)
                throw new ConfigurationException(errors);
            snapshots = files;
        }

        var certificates = settings.Tls is { } tls
            ? ServerCertificates.Open(tls, secrets, time, settings.ReloadEvery, logs.CreateLogger<ServerCertificates>())
            : (Result<ServerCertificates>?)null;
        if (certificates is { IsOk: false } unusable)
            throw new ConfigurationException(unusable.Errors);
        return new HubApplication(
            new HubServices
            {
                Certificates = certificates?.Value,
                Settings = settings,
                Snapshots = snapshots,
                Keys = new KeyRing(snapshots, settings.OperatorKeys, time, settings.Connections),
                Store = overrides.Store ?? Databases.Store(settings, time),
                Vault = overrides.Vault ?? Databases.Vault(settings),
                Adapters = adapters,
                Mappings = mappings,
                Secrets = secrets,
                Time = time,
                Logs = logs,
                Delivery = (overrides.Delivery ?? new DeliverySettings { Node = settings.Node }) with
                {
                    Node = settings.Node,
                    RabbitMq = settings.RabbitMq,
                    StopWithin = settings.Limits.ShutdownTimeout,
                },
            },
            ownsLogs: overrides.Logs is null);
    }

    /// <summary>Starts: database, engine, then the server. Where the database does not answer, the server starts all the same (alive, not ready) and the rest follows when it does.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When the server listens.</returns>
    public async Task StartAsync(CancellationToken cancel)
    {
        if (!await TryOpenAsync(cancel))
            _opening = OpenLaterAsync(_stopping.Token);
        _alerts = new AlertLoop(Services);
        await _server.StartAsync(cancel);
        Started(Services.Settings, string.Join(" ", _server.Urls));
    }

    /// <summary>Gets ready to stop: <c>/health/ready</c> says no and callers are asked to connect anew, elsewhere, while everything that still comes is answered. Actions of operators go on at another node at once.</summary>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>After <see cref="LimitSettings.DrainDelay"/>; at once on SQLite, where there is no other node.</returns>
    public async Task LeaveAsync(CancellationToken cancel)
    {
        Services.IsLeaving = true;
        if (Services.Settings.Postgres is null)
            return;
        var delay = Services.Settings.Limits.DrainDelay;
        Leaving(delay.TotalSeconds);
        var gone = Task.Delay(delay, Services.Time, cancel);
        await EndActionsAsync();
        await gone.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Stops: no new requests, running ones are answered, what is being sent is finished.</summary>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>When everything has ended.</returns>
    public async Task StopAsync(CancellationToken cancel)
    {
        if (_stopped)
            return;
        _stopped = true;
        Services.IsLeaving = true;
        await EndActionsAsync();
        await _server.StopAsync(cancel);
        await _stopping.CancelAsync();
        await _opening;
        if (_alerts is not null)
            await _alerts.DisposeAsync();
        if (_watcher is not null)
            await _watcher.DisposeAsync();
        if (_retention is not null)
            await _retention.DisposeAsync();
        if (_feeds is not null)
            await _feeds.DisposeAsync();
        await EndActionsAsync();
        if (_messaging is not null)
            await _messaging.DisposeAsync();
        if (_registers is not null)
            await _registers.DisposeAsync();
        if (Services.Engine is { } engine)
            await engine.StopAsync(cancel);
        Stopped();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        await _server.DisposeAsync();
        if (Services.Engine is { } engine)
            await engine.DisposeAsync();
        Services.Desk.Post.Dispose();
        await Services.Lookups.DisposeAsync();
        Services.Tokens.Dispose();
        Services.IssuedTokens.Dispose();
        await Services.Store.DisposeAsync();
        Services.Meter.Dispose();
        Services.Feeds.Dispose();
        _otlp?.Dispose();
        _health.Dispose();
        _metrics.Dispose();
        _stopping.Dispose();
        if (_ownsLogs)
            Services.Logs.Dispose();
    }

    private async Task EndActionsAsync()
    {
        if (Interlocked.Exchange(ref _actions, null) is { } actions)
            await actions.DisposeAsync();
    }

    private async Task<bool> TryOpenAsync(CancellationToken cancel)
    {
        try
        {
            var installation = await Services.Store.MigrateAsync(Services.Settings.Partitions, cancel);
            if (Services.Snapshots is ConfigFiles files)
            {
                await files.NumberAsync(StoreSnapshotAsync);
                _watcher = new ConfigWatcher(files, StoreSnapshotAsync, Services.Settings.ReloadEvery, Services.Time, Services.Logs.CreateLogger<ConfigWatcher>());
            }

            var engine = new DeliveryNode(Engine(installation));
            await engine.StartAsync(cancel);
            Services.Engine = engine;
            _messaging = new MessagingLoops(Services);
            _actions = new ActionLoop(Services);
            _registers = new RegisterLoop(new DueWorkParts(
                Services.Store, Services.Adapters, Services.Snapshots, Services.Context, Services.Time, Services.Logs.CreateLogger<RegisterLoop>()));
            _feeds = new FeedSchedule(new FeedParts(
                Services.Settings.Node, Services.Snapshots, Services.Adapters, Services.Context, Services.Store, Services.Vault, engine.Intake, Services.Feeds, Services.Time, Services.Logs));
            _retention = new RetentionSchedule(Services);
            return true;
        }
        catch (StoreUnavailableException e)
        {
            TellNoStore(e.Message);
            return false;
        }
    }

    // It is tried four times a second; the log says so once a minute.
    private void TellNoStore(string reason)
    {
        var now = Services.Time.GetUtcNow();
        if (now - _toldNoStore < StoreReminder)
            return;
        _toldNoStore = now;
        NoStore(reason);
    }

    private async Task OpenLaterAsync(CancellationToken stop)
    {
        try
        {
            do
                await Task.Delay(StoreRetry, Services.Time, stop);
            while (!await TryOpenAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }
    }

    private DeliveryParts Engine(Installation installation) => new(
        Services.Store, Services.Vault, Services.Snapshots, Services.Adapters, Services.Mappings, Services.Secrets, Services.Time, installation, Services.Delivery, Services.Logs)
    {
        Lookups = Services.Lookups,
    };

    private Task<int> StoreSnapshotAsync(string text) => Services.Store.StoreSnapshotAsync(text, Services.Time.GetUtcNow(), CancellationToken.None);

    [LoggerMessage(1201, LogLevel.Information, "Started: {Settings}; listening on {Urls}")]
    private partial void Started(HubSettings settings, string urls);

    [LoggerMessage(1202, LogLevel.Information, "Stopped")]
    private partial void Stopped();

    [LoggerMessage(1205, LogLevel.Warning, "A metric could not be read, and is not shown")]
    private partial void NotMeasured(Exception reason);

    [LoggerMessage(1204, LogLevel.Information, "Leaving: not ready any more, and stopping in {Seconds} s")]
    private partial void Leaving(double seconds);

    [LoggerMessage(1203, LogLevel.Warning, "The database does not answer yet: {Reason}")]
    private partial void NoStore(string reason);
}
