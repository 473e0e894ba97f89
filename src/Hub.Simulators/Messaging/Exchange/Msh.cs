using System.Collections.Concurrent;
using Hub.Ebxml.Encryption;
using Hub.Ebxml.Signing;

namespace Hub.Simulators.Messaging;

/// <summary>What the parts of one counterpart share for as long as it runs.</summary>
internal sealed class Msh : IDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _running = [];
    private readonly CancellationTokenSource _stop = new();

    public Msh(CounterpartOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        Memory = options.Memory ?? new CounterpartMemory();
        Faults = options.Faults;
        Dice = new Dice(options.Seed);
        Signer = new MessageSigner(options.Keys.Signing);
        Decryptor = new PayloadDecryptor([options.Keys.Encryption]);
        foreach (var peer in options.Peers)
            Peers[peer.Party.ServiceHer] = peer;
    }

    public CounterpartOptions Options { get; }

    public TimeProvider Time { get; }

    public CounterpartMemory Memory { get; }

    public CounterpartLedger Ledger => Memory.Ledger;

    public MessagingFaults Faults { get; set => Volatile.Write(ref field, value); }

    public Dice Dice { get; }

    public MessageSigner Signer { get; }

    public PayloadDecryptor Decryptor { get; }

    public ConcurrentDictionary<int, CounterpartPeer> Peers { get; } = new();

    public CancellationToken Stopped => _stop.Token;

    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Runs something beside the rest; it ends with the counterpart at the latest.</summary>
    public void Run(Func<CancellationToken, Task> work)
    {
        lock (_gate)
        {
            if (_stop.IsCancellationRequested)
                return;
            var task = RunAsync(work);
            _running.Add(task);
            _ = task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>Carries out a request. The counterpart ends only when those under way have ended, so that what it remembers is whole.</summary>
    /// <returns>False when it has stopped already and nothing was done.</returns>
    public async Task<bool> WithinAsync(Func<Task> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_stop.IsCancellationRequested)
                return false;
            _running.Add(done.Task);
        }
        try
        {
            await work();
            return true;
        }
        finally
        {
            Forget(done.Task);
            done.SetResult();
        }
    }

    public void Trace(bool outgoing, string action, string messageId, Hub.Ebxml.Mime.MimeMessage mime, ReadOnlyMemory<byte>? document) =>
        Options.Trace?.Invoke(new ExchangedMessage(outgoing, action, messageId, mime, document));

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        Task[] running;
        lock (_gate)
            running = [.. _running];
        await Task.WhenAll(running);
    }

    public void Dispose()
    {
        Signer.Dispose();
        Decryptor.Dispose();
        _stop.Dispose();
    }

    private void Forget(Task task)
    {
        lock (_gate)
            _running.Remove(task);
    }

    private async Task RunAsync(Func<CancellationToken, Task> work)
    {
        await Task.Yield();
        try
        {
            await work(Stopped);
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            // The counterpart stops: what was under way is lost, as in a crash.
            return;
        }
    }
}
