using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Delivery.Ownership;

namespace Hub.Delivery.Pauses;

/// <summary>Pauses of this node's deliveries: set here, seen by every node within two seconds, ended by themselves where they have an end.</summary>
public sealed class PauseDesk : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly NodeContext _node;
    private readonly PartitionTable _partitions;
    private readonly PauseRegister _register;
    private readonly SemaphoreSlim _reading = new(1);

    internal PauseDesk(NodeContext node, PartitionTable partitions) => (_node, _partitions, _register) = (node, partitions, new PauseRegister(node));

    /// <summary>Pauses that hold, as this node knows them.</summary>
    public IReadOnlyList<Pause> Current => _node.Pauses.At(_node.Now);

    /// <summary>How pauses hold up a delivery, and have.</summary>
    /// <param name="row">The delivery.</param>
    /// <returns>The times since it was taken in.</returns>
    public PausedTimes Of(DeliveryRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (pauses, now) = (_node.Pauses, _node.Now);
        return pauses.Entries.Count == 0 ? PausedTimes.None : new PausedTimes(now, pauses.Spans(row, now), pauses.Holding(row, now));
    }

    /// <summary>Pauses that hold, as the store knows them.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The pauses, by name.</returns>
    public async Task<IReadOnlyList<Pause>> ListAsync(CancellationToken cancel) => (await _register.ReadAsync(cancel)).At(_node.Now);

    /// <summary>Lets deliveries wait. A pause that holds already gets this reason and end.</summary>
    /// <param name="target">Which.</param>
    /// <param name="until">When it ends by itself; null for not before somebody resumes.</param>
    /// <param name="act">Who, when and why.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The pause, durable and in force on this node.</returns>
    /// <exception cref="StoreUnavailableException">The database does not answer.</exception>
    public async Task<Pause> PauseAsync(PauseTarget target, DateTimeOffset? until, OperatorAct act, CancellationToken cancel)
    {
        var pause = await _register.PauseAsync(target, until, act, cancel);
        await ReadAsync(cancel);
        return pause;
    }

    /// <summary>Lets deliveries go on.</summary>
    /// <param name="target">Which.</param>
    /// <param name="act">Who, when and why.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>False when they were not paused.</returns>
    public async Task<bool> ResumeAsync(PauseTarget target, OperatorAct act, CancellationToken cancel)
    {
        var resumed = await _register.ResumeAsync(target, act, cancel);
        await ReadAsync(cancel);
        return resumed;
    }

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    /// <summary>Reads what all nodes have paused, and lets go what need not wait any more.</summary>
    internal async Task ReadAsync(CancellationToken cancel)
    {
        // One at a time: what was read first must not take the place of what was read later.
        await _reading.WaitAsync(cancel);
        try
        {
            _node.Pauses = await _register.ReadAsync(cancel);
        }
        finally
        {
            _reading.Release();
        }

        Apply();
    }

    internal async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Look, _node.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await ReadAsync(stop);
                foreach (var over in _node.Pauses.Entries.Where(e => e.Current?.Holds(_node.Now) == false))
                    await _register.NoteEndAsync(over, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // What is known goes on to hold, and ends in time.
                _node.Outages.Failed("Reading pauses", failure);
                Apply();
            }
        }
    }

    private void Apply()
    {
        foreach (var line in _partitions.Lines)
            line.LookAtPauses();
    }
}
