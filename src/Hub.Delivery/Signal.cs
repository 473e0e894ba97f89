namespace Hub.Delivery;

/// <summary>Wakes one waiting loop. A signal given while nobody waits is kept.</summary>
internal sealed class Signal(TimeProvider time)
{
    private TaskCompletionSource _set = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Set() => Volatile.Read(ref _set).TrySetResult();

    /// <summary>Waits for a signal, at most as long as given.</summary>
    /// <returns>True when signalled.</returns>
    public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancel)
    {
        var set = Volatile.Read(ref _set);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);

        // A time that passed between two looks at the clock is no wait: a negative one would throw, or never end.
        var wait = atMost > TimeSpan.Zero ? atMost : TimeSpan.Zero;
        var first = await Task.WhenAny(set.Task, Task.Delay(wait, time, done.Token));
        await done.CancelAsync();
        cancel.ThrowIfCancellationRequested();
        if (first != set.Task && !set.Task.IsCompleted)
            return false;
        Volatile.Write(ref _set, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return true;
    }
}
