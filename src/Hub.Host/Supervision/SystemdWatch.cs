using System.Globalization;
using Hub.Host.Composition;
using Hub.Host.Health;

namespace Hub.Host.Supervision;

/// <summary>
/// Keeps systemd informed of a node: ready when it takes messages in, alive for as long as its loops go on, stopping when it is told to. A database that is away
/// is no reason to be started again; a loop that has come to a standstill is.
/// </summary>
internal sealed partial class SystemdWatch : IAsyncDisposable
{
    private static readonly TimeSpan StartPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan StartTakes = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StatusPause = TimeSpan.FromSeconds(10);

    private readonly HubServices _services;
    private readonly SystemdSocket? _socket;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private bool _listens;
    private bool _silent;

    private SystemdWatch(HubServices services, SystemdSocket? socket)
    {
        (_services, _socket) = (services, socket);
        _logger = services.Logs.CreateLogger<SystemdWatch>();
        _loop = socket is null ? Task.CompletedTask : Task.Run(() => LoopAsync(socket, _stop.Token));
    }

    /// <summary>Starts; before the node does, since a start may take long.</summary>
    /// <param name="services">What the node is made of.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <returns>What informs systemd, or nobody where there is none.</returns>
    public static SystemdWatch Start(HubServices services, Func<string, string?> variable) => new(services, SystemdSocket.Open(variable));

    /// <summary>The node listens; whether it is ready is looked at from now on.</summary>
    public void Listens() => Volatile.Write(ref _listens, true);

    /// <summary>The node is about to stop, and takes no longer than its settings let it.</summary>
    /// <returns>When it is said.</returns>
    public async Task StoppingAsync()
    {
        await EndAsync();
        var limits = _services.Settings.Limits;
        _socket?.Say("STOPPING=1", "STATUS=Stopping", Extend(limits.DrainDelay + (limits.ShutdownTimeout * 2) + TimeSpan.FromSeconds(30)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _socket?.Dispose();
        _stop.Dispose();
    }

    private async Task EndAsync()
    {
        await _stop.CancelAsync();
        await _loop;
    }

    private async Task LoopAsync(SystemdSocket socket, CancellationToken stop)
    {
        try
        {
            await StartedAsync(socket, stop);
            using var pace = new PeriodicTimer(socket.Watchdog / 2 ?? StatusPause);
            do
                Tell(socket);
            while (await pace.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task StartedAsync(SystemdSocket socket, CancellationToken stop)
    {
        // The database is not asked before the engine is there: until then it may be in the making.
        while (!Volatile.Read(ref _listens) || _services.Engine is null || !(await Readiness.OfAsync(_services, stop)).IsReady)
        {
            socket.Say(Extend(StartTakes), "STATUS=Waiting for the database");
            await Task.Delay(StartPause, stop);
        }

        socket.Say("READY=1", "STATUS=Ready");
    }

    private void Tell(SystemdSocket socket)
    {
        socket.Say(_services.Health.StoreAnswers ? "STATUS=Ready" : "STATUS=Waiting for the database");
        if (socket.Watchdog is not { } within)
            return;
        var (loop, still) = _services.Engine?.Stillest ?? default;
        if (still < within)
            socket.Say("WATCHDOG=1");
        else if (!_silent)
            Standstill(loop, still.TotalSeconds);
        _silent = still >= within;
    }

    private static string Extend(TimeSpan by) => string.Create(CultureInfo.InvariantCulture, $"EXTEND_TIMEOUT_USEC={(long)by.TotalMicroseconds}");

    [LoggerMessage(1801, LogLevel.Critical, "The loop {Loop} has come to a standstill ({Seconds} s): systemd is not told any more that the node lives")]
    private partial void Standstill(string loop, double seconds);
}
