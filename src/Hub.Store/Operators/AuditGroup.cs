using Hub.Core.Storage;
using Hub.Store.Sql;

namespace Hub.Store.Operators;

/// <summary>Writes single audit entries in groups: those that come while a transaction is under way go together into the next. The chain has one head, so that without this each look at a patient would wait for every look before it to reach the disk.</summary>
internal sealed class AuditGroup(Database database, AuditLog log)
{
    private const int MostAtOnce = 500;

    private readonly Lock _gate = new();
    private readonly Queue<Waiting> _waiting = new();
    private bool _writing;

    /// <summary>Appends an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="cancel">Gives up waiting; the entry may still be written.</param>
    /// <returns>When durable.</returns>
    public Task AppendAsync(AuditEntry entry, CancellationToken cancel)
    {
        var waiting = new Waiting(entry);
        var starts = false;
        lock (_gate)
        {
            _waiting.Enqueue(waiting);
            (starts, _writing) = (!_writing, true);
        }

        if (starts)
            _ = WriteAsync();
        return waiting.Written.Task.WaitAsync(cancel);
    }

    private async Task WriteAsync()
    {
        while (Take() is { Count: > 0 } group)
        {
            try
            {
                await WriteAsync(group);
                foreach (var waiting in group)
                    waiting.Written.SetResult();
            }
            catch (Exception failure)
            {
                // Each caller is told; what becomes of its own answer is its own matter.
                foreach (var waiting in group)
                    waiting.Written.SetException(failure);
            }
        }
    }

    private List<Waiting> Take()
    {
        lock (_gate)
        {
            var group = new List<Waiting>(Math.Min(_waiting.Count, MostAtOnce));
            while (group.Count < MostAtOnce && _waiting.TryDequeue(out var next))
                group.Add(next);
            _writing = group.Count > 0;
            return group;
        }
    }

    private Task<bool> WriteAsync(List<Waiting> group) => database.WriteAsync(
        async session =>
        {
            await log.AppendAsync(session, [.. group.Select(w => w.Entry)]);
            return true;
        },
        CancellationToken.None);

    private sealed record Waiting(AuditEntry Entry)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
