namespace Hub.Delivery.Observability;

/// <summary>Whether something that is depended on works, told the way people want to read it: once when it goes, now and then while it is away, once when it is back. What comes and goes many times a second is one outage.</summary>
/// <param name="time">The clock.</param>
internal sealed class Outage(TimeProvider time)
{
    /// <summary>It is back only when nothing failed for this long: what flaps is away.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromSeconds(3);

    /// <summary>How often an outage that goes on is told again.</summary>
    public static readonly TimeSpan Reminder = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private bool _away;
    private int _failures;
    private DateTimeOffset _since;
    private DateTimeOffset _last;
    private DateTimeOffset _told;

    /// <summary>It failed.</summary>
    /// <param name="lasted">How long it has been away; zero when this is the first failure.</param>
    /// <param name="failures">Failures so far.</param>
    /// <returns>True when this is worth a line in the log.</returns>
    public bool Failed(out TimeSpan lasted, out int failures)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            _last = now;
            if (!_away)
                (_away, _since, _told, _failures) = (true, now, now - Reminder, 0);
            (lasted, failures) = (now - _since, ++_failures);
            if (now - _told < Reminder)
                return false;
            _told = now;
            return true;
        }
    }

    /// <summary>It worked.</summary>
    /// <param name="lasted">How long it was away.</param>
    /// <returns>True when this ends an outage.</returns>
    public bool Worked(out TimeSpan lasted)
    {
        lasted = TimeSpan.Zero;
        if (!Volatile.Read(ref _away))
            return false;
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (!_away || now - _last < Calm)
                return false;
            _away = false;
            lasted = now - _since;
            return true;
        }
    }
}
