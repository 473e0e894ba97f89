namespace Hub.Delivery.Breakers;

/// <summary>Bounds the rate at which a backlog drains. Holds at most a twentieth of a second's worth, so that a partner that has just come back is not met by a wave. Not thread-safe.</summary>
internal sealed class TokenBucket(int perSecond, DateTimeOffset now)
{
    private readonly double _most = Math.Max(1, perSecond / 20d);
    private double _tokens = 1;
    private DateTimeOffset _last = now;

    public int Take(int wanted, DateTimeOffset now)
    {
        var passed = (now - _last).TotalSeconds;
        if (passed > 0)
        {
            _tokens = Math.Min(_most, _tokens + (passed * perSecond));
            _last = now;
        }

        var given = (int)Math.Min(wanted, _tokens);
        _tokens -= given;
        return given;
    }
}
