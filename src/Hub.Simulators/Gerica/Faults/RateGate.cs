namespace Hub.Simulators.Gerica;

/// <summary>Lets a number of posts through per second, in windows of one second.</summary>
internal sealed class RateGate(TimeProvider time)
{
    private readonly Lock _lock = new();
    private long _window;
    private int _used;

    public bool Allows(int perSecond)
    {
        if (perSecond <= 0)
            return true;
        var now = time.GetTimestamp() / time.TimestampFrequency;
        lock (_lock)
        {
            if (now != _window)
                (_window, _used) = (now, 0);
            return ++_used <= perSecond;
        }
    }
}
