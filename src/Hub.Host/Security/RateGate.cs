namespace Hub.Host.Security;

/// <summary>Bounds how many requests a partner makes: a bucket of ten seconds' worth that fills at the partner's rate. Kept as one time (GCRA), so it needs no timer and no lock.</summary>
/// <param name="rate">Requests per second; 0 = unbounded.</param>
/// <param name="time">The clock.</param>
public sealed class RateGate(int rate, TimeProvider time)
{
    private const int BurstSeconds = 10;

    private readonly long _step = rate > 0 ? Math.Max(1, time.TimestampFrequency / rate) : 0;
    private readonly long _burst = rate > 0 ? Math.Max(1, time.TimestampFrequency / rate) * ((long)BurstSeconds * rate) : 0;
    private long _full;

    /// <summary>Requests per second; 0 = unbounded.</summary>
    public int Rate { get; } = rate;

    /// <summary>Takes one request.</summary>
    /// <param name="wait">How long to wait when there is no room.</param>
    /// <returns>False when there is no room.</returns>
    public bool TryEnter(out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (_step == 0)
            return true;
        while (true)
        {
            var now = time.GetTimestamp();
            var full = Volatile.Read(ref _full);
            var next = Math.Max(full, now) + _step;
            if (next - now > _burst)
            {
                wait = time.GetElapsedTime(0, next - now - _burst);
                return false;
            }

            if (Interlocked.CompareExchange(ref _full, next, full) == full)
                return true;
        }
    }
}
