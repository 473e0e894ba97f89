using Hub.Delivery.Observability;

namespace Hub.Delivery.Broker;

/// <summary>Keeps a session with the broker, and opens the next one when it ends, with growing pauses.</summary>
internal sealed class BrokerLink(NodeContext node, BrokerNames names) : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stop = new();
    private readonly Outage _outage = new(node.Time);
    private bool _told;
    private BrokerSession? _session;
    private Task _loop = Task.CompletedTask;

    /// <summary>The session in use; null while the broker is away.</summary>
    public BrokerSession? Session => Volatile.Read(ref _session) is { IsOpen: true } open ? open : null;

    public BrokerNames Names { get; } = names;

    /// <summary>Since when the broker has been away; null while it is there.</summary>
    public DateTimeOffset? AwaySince { get; private set; } = node.Now;

    /// <summary>Starts connecting. <paramref name="opened"/> declares and consumes on each new session before it is used.</summary>
    public void Start(Func<BrokerSession, CancellationToken, Task> opened) => _loop = Task.Run(() => RunAsync(opened));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
    }

    private async Task RunAsync(Func<BrokerSession, CancellationToken, Task> opened)
    {
        var pause = FirstPause;
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await using var session = await BrokerSession.OpenAsync(new Uri(node.Settings.RabbitMq!), $"hub {node.Settings.Node}", _stop.Token);
                await opened(session, _stop.Token);
                Volatile.Write(ref _session, session);
                AwaySince = null;
                pause = FirstPause;
                var ended = session.Ended.WaitAsync(_stop.Token);
                await TellAsync(ended);
                Away(await ended);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                Away(failure.GetType().Name);
            }

            try
            {
                await Task.Delay(pause, node.Time, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        Volatile.Write(ref _session, null);
    }

    // A session that ends at once is no connection: what flaps is told as one outage.
    private async Task TellAsync(Task ended)
    {
        if (!_told)
            Log.BrokerConnected(node.Logger);
        _told = true;
        await Task.WhenAny(ended, Task.Delay(Outage.Calm, node.Time, _stop.Token));
        if (!ended.IsCompleted && _outage.Worked(out _))
            Log.BrokerConnected(node.Logger);
    }

    private void Away(string reason)
    {
        Volatile.Write(ref _session, null);
        AwaySince ??= node.Now;
        if (_outage.Failed(out var lasted, out var failures))
            Log.BrokerLost(node.Logger, reason, Math.Round(lasted.TotalSeconds), failures);
    }
}
