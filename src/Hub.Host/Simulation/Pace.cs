namespace Hub.Host.Simulation;

/// <summary>Lets work that nobody waits for stand back: it rests twice as long as it works, in pieces so short that live traffic feels none of them. Used by one loop.</summary>
/// <param name="time">The clock.</param>
internal sealed class Pace(TimeProvider time)
{
    private static readonly TimeSpan Piece = TimeSpan.FromMilliseconds(4);

    private long _began = time.GetTimestamp();

    /// <summary>A step is done.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When the next may begin.</returns>
    public async ValueTask StepAsync(CancellationToken cancel)
    {
        var worked = time.GetElapsedTime(_began);
        if (worked < Piece)
            return;
        await Task.Delay(worked * 2, time, cancel);
        _began = time.GetTimestamp();
    }
}
