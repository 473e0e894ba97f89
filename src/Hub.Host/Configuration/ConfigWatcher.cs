using Hub.Core.Storage;

namespace Hub.Host.Configuration;

/// <summary>Calls for a reload when a file changes, and at intervals where the file system does not say (network shares, mounted secrets).</summary>
public sealed partial class ConfigWatcher : IAsyncDisposable
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(100);

    private readonly ConfigFiles _files;
    private readonly Func<string, Task<int>> _store;
    private readonly TimeProvider _time;
    private readonly ILogger<ConfigWatcher> _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _changed = new(0, 1);
    private readonly FileSystemWatcher? _watcher;
    private readonly Task _loop;

    /// <summary>Starts watching.</summary>
    /// <param name="files">What is reloaded.</param>
    /// <param name="store">Stores a text and gives its number.</param>
    /// <param name="every">Interval between looks.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where trouble is logged.</param>
    public ConfigWatcher(ConfigFiles files, Func<string, Task<int>> store, TimeSpan every, TimeProvider time, ILogger<ConfigWatcher> logger)
    {
        (_files, _store, _time, _logger) = (files, store, time, logger);
        _watcher = Watch(Path.Combine(files.Directory, "tenants"));
        _loop = WatchAsync(every);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _watcher?.Dispose();
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
        _changed.Dispose();
    }

    // The kernel's watches are few and shared with everything else that runs as this user, other containers too: the looks at intervals do without.
    private FileSystemWatcher? Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder, "*.yaml");
        try
        {
            watcher.Changed += (_, _) => Wake();
            watcher.Created += (_, _) => Wake();
            watcher.Deleted += (_, _) => Wake();
            watcher.Renamed += (_, _) => Wake();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException e)
        {
            watcher.Dispose();
            NotWatched(e.Message);
            return null;
        }
    }

    private void Wake()
    {
        if (_stop.IsCancellationRequested || _changed.CurrentCount > 0)
            return;
        try
        {
            _changed.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another event was quicker: one wake is enough.
            return;
        }
    }

    private async Task WatchAsync(TimeSpan every)
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                // An editor writes a file in several steps: wait until it has settled.
                if (await _changed.WaitAsync(every, _stop.Token))
                    await Task.Delay(Settle, _time, _stop.Token);
                await ReloadAsync();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task ReloadAsync()
    {
        try
        {
            await _files.ReloadAsync(_store);
        }
        catch (StoreUnavailableException)
        {
            // The old snapshot stays; the next look tries again.
            NotStored();
        }
        catch (IOException e)
        {
            NotRead(e);
        }
    }

    [LoggerMessage(1003, LogLevel.Warning, "A changed configuration could not be stored yet; the old one stays in force")]
    private partial void NotStored();

    [LoggerMessage(1004, LogLevel.Warning, "The configuration directory could not be read; the old configuration stays in force")]
    private partial void NotRead(Exception exception);

    [LoggerMessage(1005, LogLevel.Warning, "The configuration directory is not watched, only looked at every reloadEvery: {Reason}")]
    private partial void NotWatched(string reason);
}
