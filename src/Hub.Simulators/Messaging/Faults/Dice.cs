namespace Hub.Simulators.Messaging;

/// <summary>Draws what happens to one message.</summary>
internal sealed class Dice(int seed)
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);

    public bool Hits(double rate)
    {
        if (rate <= 0)
            return false;
        lock (_gate)
            return _random.NextDouble() < rate;
    }

    public TimeSpan UpTo(TimeSpan most)
    {
        if (most <= TimeSpan.Zero)
            return TimeSpan.Zero;
        lock (_gate)
            return most * _random.NextDouble();
    }
}
