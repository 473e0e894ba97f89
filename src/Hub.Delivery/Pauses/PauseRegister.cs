using Hub.Core.Storage;

namespace Hub.Delivery.Pauses;

/// <summary>Keeps pauses in the store, for all nodes and over restarts. Every change follows the version before it, so of two operators none overwrites the other unseen.</summary>
/// <param name="node">What the node shares.</param>
internal sealed class PauseRegister(NodeContext node)
{
    /// <summary>Stands for the installation: no tenant has this name.</summary>
    private const string Installation = "-";

    private const string On = "on";
    private const string Off = "off";
    private const int Page = 500;
    private const int Tries = 5;

    /// <summary>Every target that is paused or was.</summary>
    public async Task<PauseBook> ReadAsync(CancellationToken cancel)
    {
        var found = new List<PauseEntry>();
        var filter = new RecordFilter(Installation, RecordKinds.Pause) { Limit = Page };
        while (true)
        {
            var page = await node.Store.FindAsync(filter, cancel);
            found.AddRange(page.Select(Read).OfType<PauseEntry>());
            if (page.Count < Page)
                return found.Count == 0 ? PauseBook.Empty : new PauseBook(found);
            filter = filter with { Before = page[^1].At, AfterKey = page[^1].Key };
        }
    }

    /// <summary>Pauses, or gives a pause that holds another reason and end.</summary>
    public async Task<Pause> PauseAsync(PauseTarget target, DateTimeOffset? until, OperatorAct act, CancellationToken cancel)
    {
        var entry = await ChangeAsync(
            target,
            e =>
            {
                var before = e.Current?.Holds(act.At) == false ? e.Ended(act.At) : e;
                return before with { Current = new Pause(target, before.Current?.Since ?? act.At, until, act.Who, act.Reason) };
            },
            "pause.start",
            act,
            cancel);
        return entry!.Current!;
    }

    /// <summary>Lets deliveries go on.</summary>
    /// <returns>False when it was not paused.</returns>
    public async Task<bool> ResumeAsync(PauseTarget target, OperatorAct act, CancellationToken cancel) =>
        await ChangeAsync(target, e => e.Current is { } pause && pause.Holds(act.At) ? e.Ended(act.At) : null, "pause.end", act, cancel) is not null;

    /// <summary>Notes that a pause has ended by itself; whichever node is first does.</summary>
    public Task NoteEndAsync(PauseEntry seen, CancellationToken cancel)
    {
        var act = new OperatorAct($"node:{node.Settings.Node}", node.Now, "its time was over");
        return KeepAsync(seen.Ended(act.At), "pause.end", act, cancel);
    }

    private async Task<PauseEntry?> ChangeAsync(PauseTarget target, Func<PauseEntry, PauseEntry?> change, string action, OperatorAct act, CancellationToken cancel)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var latest = await node.Store.LatestAsync(Installation, RecordKinds.Pause, target.Key, cancel);
            var before = (latest is null ? null : Read(latest)) ?? new PauseEntry(target, null, [], latest?.Version ?? 0);
            if (change(before) is not { } after)
                return null;
            if (await KeepAsync(after, action, act, cancel))
                return after;
        }

        throw new StoreUnavailableException();
    }

    private Task<bool> KeepAsync(PauseEntry entry, string action, OperatorAct act, CancellationToken cancel) => node.Store.AppendAsync(
        new NewRecord(Installation, RecordKinds.Pause, entry.Target.Key, entry.Version + 1, act.At, act.Who, node.Parts.Vault.Seal(Installation, entry.Bytes()))
        {
            State = entry.Current is null ? Off : On,
            KeepHistory = false,
            Audit = new AuditEntry(act.At, act.Who, action, entry.Target.Tenant, entry.Target.Key, act.Reason),
        },
        cancel);

    // A pause that cannot be read any more holds nothing up; it can be set anew.
    private PauseEntry? Read(StoredRecord record)
    {
        var body = node.Parts.Vault.Open(Installation, record.SealedBody.Span);
        return body.IsOk ? PauseEntry.Of(record.Key, body.Value, record.Version) : null;
    }
}
