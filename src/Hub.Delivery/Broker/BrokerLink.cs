using Hub.Delivery.Observability;

namespace Hub.Delivery.Broker;

/// <summary>Keeps a session with the broker, and opens the next one when it ends, with growing pauses.</summary>
internal sealed class BrokerLink(NodeContext node, BrokerNames names) : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stop = new();
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
                Log.BrokerConnected(node.Logger);
                pause = FirstPause;
                var reason = await session.Ended.WaitAsync(_stop.Token);
                Away(reason);
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

    private void Away(string reason)
    {
        Volatile.Write(ref _session, null);
        AwaySince ??= node.Now;
        Log.BrokerLost(node.Logger, reason);
    }
}
