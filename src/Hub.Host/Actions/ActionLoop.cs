using Hub.Core.Storage;
using Hub.Host.Composition;

namespace Hub.Host.Actions;

/// <summary>Looks every second for actions that no node looks after, and carries them out: an action runs on one node, and on another when that one dies.</summary>
public sealed partial class ActionLoop : IAsyncDisposable
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly HubServices _services;
    private readonly ActionRegister _register;
    private readonly ILogger _logger;
    private readonly List<Task> _running = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    /// <summary>Starts the loop.</summary>
    /// <param name="services">What the node is made of.</param>
    public ActionLoop(HubServices services)
    {
        ArgumentNullException.ThrowIfNull(services);
        (_services, _register, _logger) = (services, new ActionRegister(services), services.Logs.CreateLogger<ActionLoop>());
        _loop = Task.Run(RepeatAsync);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        await Task.WhenAll(_running);
        _stop.Dispose();
    }

    private async Task RepeatAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await GuardedAsync(LookAsync);
            await Task.Delay(Look, _services.Time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync()
    {
        _running.RemoveAll(t => t.IsCompleted);
        if (_running.Count >= AtOnce)
            return;
        foreach (var open in await _register.OpenAsync(AtOnce - _running.Count, _stop.Token))
        {
            if (await _register.ClaimAsync(open, _stop.Token) is { } action)
                _running.Add(GuardedAsync(() => new ActionRun(_services, _register).RunAsync(action, _stop.Token)));
        }
    }

    // What fails here is the database or a defect: the action stands as it was written last, and is taken up again.
    private async Task GuardedAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return;
        }
        catch (StoreUnavailableException)
        {
            Away();
        }
#pragma warning disable CA1031 // The loop must live on; what went wrong is logged.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            Failed(defect.GetType().FullName, defect.StackTrace);
        }
    }

    [LoggerMessage(1421, LogLevel.Warning, "The database does not answer: actions wait")]
    private partial void Away();

    [LoggerMessage(1422, LogLevel.Error, "Carrying out an action failed ({Type}); it is taken up again\n{Stack}")]
    private partial void Failed(string? type, string? stack);
}
