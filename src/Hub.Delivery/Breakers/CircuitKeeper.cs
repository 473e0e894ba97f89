using Hub.Core.Tenants;
using Hub.Delivery.Observability;
using Hub.Delivery.Sending;

namespace Hub.Delivery.Breakers;

/// <summary>Looks after an open circuit: waits, probes, lets one real delivery through when a probe cannot tell, and ends what has waited past its give-up time meanwhile.</summary>
internal sealed class CircuitKeeper(NodeContext node, PartnerLine line)
{
    private readonly Signal _signal = new(node.Time);
    private Task _loop = Task.CompletedTask;

    /// <summary>Starts looking after the circuit, which has just opened.</summary>
    public void Start()
    {
        var before = _loop;
        _loop = Task.Run(async () =>
        {
            await before;
            await KeepAsync(node.Stopping.Token);
        });
    }

    /// <summary>Something changed that is worth a look before the time.</summary>
    public void LookAgain() => _signal.Set();

    public Task StopAsync() => _loop;

    private async Task KeepAsync(CancellationToken stop)
    {
        var wait = Breaker.Probe;
        try
        {
            while (line.Circuit.State != CircuitState.Closed)
            {
                var asked = line.Circuit.TakeAsked();
                await WaitWhileOpenAsync(asked > wait ? asked : wait, stop);
                if (line.Circuit.State != CircuitState.Open || await ClosedByProbeAsync(stop))
                    continue;
                wait = wait * 2 < Breaker.MaxProbe ? wait * 2 : Breaker.MaxProbe;
                foreach (var destination in line.Destinations)
                    await destination.GiveUpExpiredAsync(stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The node stops; the circuit starts closed next time.
            return;
        }
    }

    private BreakerConfig Breaker => line.Config?.Breaker ?? BreakerConfig.Default;

    private async Task WaitWhileOpenAsync(TimeSpan wait, CancellationToken stop)
    {
        var config = line.Config;
        var until = node.Now + wait;
        while (line.Circuit.State == CircuitState.Open && node.Now < until && ReferenceEquals(config, line.Config))
            await _signal.WaitAsync(until - node.Now, stop);
    }

    // True when the loop has nothing more to wait for: closed, or decided by a real delivery.
    private async Task<bool> ClosedByProbeAsync(CancellationToken stop)
    {
        var answer = await ProbeAsync(stop);
        if (answer is true)
        {
            line.Answered(false);
            return true;
        }

        if (answer is false)
            return false;
        line.Circuit.HalfOpen();
        foreach (var destination in line.Destinations)
            destination.TryOne();
        while (line.Circuit.State == CircuitState.HalfOpen)
            await _signal.WaitAsync(Breaker.MaxProbe, stop);
        return line.Circuit.State == CircuitState.Closed;
    }

    private async Task<bool?> ProbeAsync(CancellationToken stop)
    {
        if (line.Use() is not { } open)
            return false;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timeout.CancelAfter(open.Config.Timeout);
        try
        {
            return await node.Foreign.RunAsync(
                new Place("probe", line.Tenant, line.Partner), open.Sender, static (s, c) => s.ProbeAsync(c), static (_, _) => (bool?)false, timeout.Token)
                .WaitAsync(open.Config.Timeout + TimeSpan.FromSeconds(5), node.Time, stop);
        }
        catch (Exception late) when (late is OperationCanceledException or TimeoutException && !stop.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            await open.ReleaseAsync();
        }
    }
}
