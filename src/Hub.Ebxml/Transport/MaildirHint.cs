namespace Hub.Ebxml.Transport;

/// <summary>Wakes a reader early when the file system says that something is new. Only a hint: it may be missed, or not be had at all.</summary>
internal sealed class MaildirHint : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);
    private readonly FileSystemWatcher? _watcher;

    internal MaildirHint(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            _watcher = new FileSystemWatcher(folder);
            _watcher.Created += (_, _) => Signal();
            _watcher.Renamed += (_, _) => Signal();
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // No watches left, or no folder yet: polling finds the mail all the same.
            _watcher = null;
        }
    }

    internal async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            await _signal.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The interval is over: time to look.
            return;
        }
    }

    public void Dispose()
    {
        _watcher?.Dispose();
    }

    private void Signal()
    {
        if (_signal.CurrentCount > 0)
            return;
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Two at once: one signal is enough.
            return;
        }
    }
}
