namespace Hub.Simulators.Dignio;

/// <summary>Counts times in steps of about two percent; fixed size whatever is counted.</summary>
internal sealed class LatencyHistogram
{
    private const int PerOctave = 32;
    private readonly long[] _counts = new long[PerOctave * 36];

    public void Record(TimeSpan time)
    {
        var microseconds = Math.Max(1, time.TotalMicroseconds);
        _counts[Math.Min(_counts.Length - 1, (int)(Math.Log2(microseconds) * PerOctave))]++;
    }

    public void Add(LatencyHistogram other)
    {
        for (var i = 0; i < _counts.Length; i++)
            _counts[i] += other._counts[i];
    }

    public TimeSpan Percentile(double share)
    {
        var rest = (long)Math.Ceiling(_counts.Sum() * share);
        for (var i = 0; i < _counts.Length && rest > 0; i++)
        {
            rest -= _counts[i];
            if (rest <= 0)
                return TimeSpan.FromMicroseconds(Math.Pow(2, (i + 1.0) / PerOctave));
        }
        return TimeSpan.Zero;
    }
}
