using Hub.Core.Tenants;

namespace Hub.Delivery.Breakers;

/// <summary>State of one partner's circuit: connection-level failures in a row open it, a probe or one real delivery closes it. Decides only; the loop that probes is <see cref="CircuitKeeper"/>.</summary>
internal sealed class Circuit(TimeProvider time)
{
    private readonly Lock _gate = new();
    private int _failures;
    private bool _probeTaken;
    private TimeSpan? _asked;
    private long _lastSuccess;

    public CircuitState State { get; private set; } = CircuitState.Closed;

    public DateTimeOffset Since { get; private set; } = time.GetUtcNow();

    public DateTimeOffset? LastSuccess => Volatile.Read(ref _lastSuccess) is var ticks and not 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>May a delivery go? In the half-open state exactly one is let through.</summary>
    public bool TryEnter()
    {
        if (State == CircuitState.Closed)
            return true;
        lock (_gate)
        {
            if (State == CircuitState.Closed)
                return true;
            if (State == CircuitState.Open || _probeTaken)
                return false;
            _probeTaken = true;
            return true;
        }
    }

    /// <summary>The one that was let through found nothing to send.</summary>
    public void LeaveUnused()
    {
        lock (_gate)
            _probeTaken = false;
    }

    /// <summary>The partner answered.</summary>
    /// <returns>True when this closed the circuit.</returns>
    public bool Answered(bool delivered)
    {
        if (delivered)
            Volatile.Write(ref _lastSuccess, time.GetUtcNow().UtcTicks);
        if (State == CircuitState.Closed && _failures == 0)
            return false;
        lock (_gate)
        {
            // What was in flight when the circuit opened may still succeed: the partner is there then.
            var closes = State != CircuitState.Closed;
            _failures = 0;
            if (closes)
                Change(CircuitState.Closed);
            return closes;
        }
    }

    /// <summary>The partner did not answer.</summary>
    /// <param name="config">When to open.</param>
    /// <param name="retryAfter">How long the partner asked to wait.</param>
    /// <returns>True when this opened the circuit.</returns>
    public bool Failed(BreakerConfig config, TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            _failures++;
            _asked = retryAfter;
            switch (State)
            {
                case CircuitState.HalfOpen:
                    Change(CircuitState.Open);
                    return false;
                case CircuitState.Closed when _failures >= Math.Max(1, config.Failures):
                    Change(CircuitState.Open);
                    return true;
                default:
                    return false;
            }
        }
    }

    /// <summary>A probe could not tell: one real delivery shall.</summary>
    public void HalfOpen()
    {
        lock (_gate)
        {
            if (State == CircuitState.Open)
                Change(CircuitState.HalfOpen);
        }
    }

    /// <summary>How long the partner asked to be left alone, bounded as for single deliveries.</summary>
    public TimeSpan TakeAsked()
    {
        lock (_gate)
        {
            var asked = _asked ?? TimeSpan.Zero;
            _asked = null;
            return asked < Hub.Core.Deliveries.RecoveryPolicy.LongestRetryAfter ? asked : Hub.Core.Deliveries.RecoveryPolicy.LongestRetryAfter;
        }
    }

    private void Change(CircuitState state)
    {
        State = state;
        Since = time.GetUtcNow();
        _probeTaken = false;
    }
}
