using Hub.Core.Storage;

namespace Hub.Host.Registers;

/// <summary>Looks every second for register entries whose time has come. Nothing runs where no part of the hub keeps registers.</summary>
public sealed partial class RegisterLoop : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly DueWork _work;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    /// <summary>Starts the loop.</summary>
    /// <param name="parts">What it works with.</param>
    public RegisterLoop(DueWorkParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        (_work, _time, _logger) = (new DueWork(parts), parts.Time, parts.Logger);
        _loop = _work.IsNeeded ? Task.Run(RepeatAsync) : Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    // What fails here is the database or a defect: neither may end the loop.
    private async Task RepeatAsync()
    {
        var away = false;
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await _work.RunAsync(_stop.Token);
                away = false;
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (StoreUnavailableException)
            {
                if (!away)
                    Away();
                away = true;
            }
#pragma warning disable CA1031 // The loop must live on; what went wrong is logged.
            catch (Exception defect)
#pragma warning restore CA1031
            {
                Failed(defect.GetType().FullName, defect.StackTrace);
            }

            await Task.Delay(Look, _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(1411, LogLevel.Warning, "The database does not answer: what is due in the registers waits")]
    private partial void Away();

    [LoggerMessage(1412, LogLevel.Error, "The loop of the registers failed ({Type}) and goes on\n{Stack}")]
    private partial void Failed(string? type, string? stack);
}
