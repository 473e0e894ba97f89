namespace Hub.Delivery;

/// <summary>Whether a loop goes on: it beats with every step, and rests while there is nothing to do. One that neither beats nor rests has come to a standstill.</summary>
/// <param name="of">Name of the loop.</param>
/// <param name="time">The clock.</param>
internal sealed class Heartbeat(string of, TimeProvider time)
{
    private const long Resting = long.MinValue;

    private long _at = Resting;

    public string Of => of;

    /// <summary>How long nothing has happened that should have; none while it rests.</summary>
    public TimeSpan Still => Volatile.Read(ref _at) is var at && at == Resting ? TimeSpan.Zero : time.GetElapsedTime(at);

    public void Beat() => Volatile.Write(ref _at, time.GetTimestamp());

    public void Rest() => Volatile.Write(ref _at, Resting);
}
