using Hub.Core.Storage;

namespace Hub.Host.Health;

/// <summary>A fact that takes long to find out: looked for now and then beside everything else. Used by one loop.</summary>
/// <typeparam name="T">The fact.</typeparam>
/// <param name="every">How often it is looked for.</param>
/// <param name="look">Looks for it.</param>
/// <param name="time">The clock.</param>
internal sealed class SlowFact<T>(TimeSpan every, Func<CancellationToken, Task<T>> look, TimeProvider time)
    where T : class
{
    private Task<T?> _looking = Task.FromResult<T?>(null);
    private DateTimeOffset _began = DateTimeOffset.MinValue;
    private T? _latest;

    /// <summary>The fact as it was found last, null before that; begins to look again when it is time.</summary>
    /// <param name="cancel">Ends looking.</param>
    /// <returns>The fact.</returns>
    public async Task<T?> LatestAsync(CancellationToken cancel)
    {
        if (!_looking.IsCompleted)
            return _latest;
        _latest = await _looking ?? _latest;
        var now = time.GetUtcNow();
        if (now - _began >= every)
            (_began, _looking) = (now, Task.Run(() => LookAsync(cancel), CancellationToken.None));
        return _latest;
    }

    /// <summary>Waits until nothing is being looked for.</summary>
    /// <returns>When done.</returns>
    public Task EndedAsync() => _looking;

    private async Task<T?> LookAsync(CancellationToken cancel)
    {
        try
        {
            return await look(cancel);
        }
        catch (Exception e) when (e is StoreUnavailableException or OperationCanceledException)
        {
            // Not known now; the next turn looks again.
            _began = DateTimeOffset.MinValue;
            return null;
        }
    }
}
