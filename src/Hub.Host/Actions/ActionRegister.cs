using System.Globalization;
using System.Text;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Composition;

namespace Hub.Host.Actions;

/// <summary>Keeps actions in the store. Every change follows the version before it: of two nodes that would go on with an action, one does.</summary>
/// <param name="services">What the node is made of.</param>
internal sealed class ActionRegister(HubServices services)
{
    /// <summary>How long a node has an action for itself after its last word; then another goes on with it.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromSeconds(10);

    private const string Installation = "-";
    private const int Page = 200;
    private const int PartSize = 5000;
    private const int Tries = 100;

    /// <summary>Keeps a new action and what it is about.</summary>
    /// <returns>False when it was kept before: the same preview was sent twice.</returns>
    public async Task<bool> StartAsync(StoredAction action, IReadOnlyList<DeliveryId> items, CancellationToken cancel)
    {
        foreach (var (part, ids) in items.Chunk(PartSize).Index())
        {
            var text = Encoding.ASCII.GetBytes(string.Join('\n', ids));
            var record = new NewRecord(Installation, RecordKinds.ActionPart, PartKey(action.Id, part), 1, action.StartedAt, action.By, services.Vault.Seal(Installation, text));
            if (!await services.Store.AppendAsync(record, cancel))
                return false;
        }

        return await services.Store.AppendAsync(Record(action with { Version = 1 }, action.StartedAt, "action.start", $"{action.Target}: {action.Total}; {action.Reason}"), cancel);
    }

    /// <summary>One action; null when there is none.</summary>
    public async Task<StoredAction?> FindAsync(string id, CancellationToken cancel) =>
        await services.Store.LatestAsync(Installation, RecordKinds.Action, id, cancel) is { } record ? Read(record) : null;

    /// <summary>Actions, the one that was started last first: ids rise with time.</summary>
    /// <param name="tenant">Only those bounded to this tenant; null = all.</param>
    /// <param name="before">Only those started before this one; null = from the last one on.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<StoredAction>> ListAsync(string? tenant, string? before, int limit, CancellationToken cancel)
    {
        var found = new List<StoredAction>();
        var filter = new RecordFilter(Installation, RecordKinds.Action) { Party = tenant, LastKeyFirst = true, BeforeKey = before, Limit = Math.Max(limit, Page) };
        while (true)
        {
            var records = await services.Store.FindAsync(filter, cancel);
            found.AddRange(records.Select(Read).OfType<StoredAction>().Where(a => tenant is null || a.Tenant == tenant));
            if (found.Count >= limit || records.Count < filter.Limit)
                return [.. found.Take(limit)];
            filter = filter with { BeforeKey = records[^1].Key };
        }
    }

    /// <summary>Ends an action before its end.</summary>
    /// <returns>The action as it ended, or why not.</returns>
    public async Task<Result<StoredAction>> CancelAsync(string id, OperatorAct act, CancellationToken cancel)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (await FindAsync(id, cancel) is not { } action)
                return OperatorErrors.NotFound.At();
            if (action.State != ActionState.Running)
                return OperatorErrors.ActionEnded.At();
            var ended = action with { State = ActionState.Cancelled, EndedAt = act.At, Version = action.Version + 1 };
            if (await services.Store.AppendAsync(Record(ended, act.At, "action.cancel", act.Reason, act.Who), cancel))
                return ended;
        }

        throw new StoreUnavailableException();
    }

    /// <summary>Actions that no node looks after.</summary>
    public async Task<IReadOnlyList<StoredRecord>> OpenAsync(int limit, CancellationToken cancel) =>
        await services.Store.DueAsync([RecordKinds.Action], services.Time.GetUtcNow(), limit, cancel);

    /// <summary>Takes an action for this node.</summary>
    /// <returns>The action; null when another was faster.</returns>
    public async Task<StoredAction?> ClaimAsync(StoredRecord record, CancellationToken cancel) =>
        await services.Store.PostponeAsync(record, services.Time.GetUtcNow() + Claim, cancel) ? Read(record) : null;

    /// <summary>Lets an action go that this node had: another need not wait until the claim is over.</summary>
    public async Task ReleaseAsync(string id, CancellationToken cancel)
    {
        if (await services.Store.LatestAsync(Installation, RecordKinds.Action, id, cancel) is { Due: not null } latest)
            await services.Store.PostponeAsync(latest, services.Time.GetUtcNow(), cancel);
    }

    /// <summary>What an action is about, from a position on.</summary>
    public async Task<IReadOnlyList<DeliveryId>> ItemsAsync(StoredAction action, CancellationToken cancel)
    {
        var record = await services.Store.LatestAsync(Installation, RecordKinds.ActionPart, PartKey(action.Id, action.Position / PartSize), cancel);
        if (record is null || services.Vault.Open(Installation, record.SealedBody.Span) is not { IsOk: true } body)
            throw new InvalidOperationException("A part of an action cannot be read.");
        return [.. Encoding.ASCII.GetString(body.Value).Split('\n').Skip(action.Position % PartSize).Select(Id)];
    }

    /// <summary>The entry of an action on its way, or at its end.</summary>
    public NewRecord Progress(StoredAction action)
    {
        var now = services.Time.GetUtcNow();
        return action.State == ActionState.Running
            ? Record(action, now, null, null)
            : Record(action, now, "action.end", $"done {action.Done}, failed {action.Failed}, skipped {action.Skipped}");
    }

    private static string PartKey(string id, int part) => string.Create(CultureInfo.InvariantCulture, $"{id}/{part}");

    private static DeliveryId Id(string text) => DeliveryId.TryParse(text, out var id) ? id : new DeliveryId(long.Parse(text.Split('.')[0], CultureInfo.InvariantCulture), 0);

    private NewRecord Record(StoredAction action, DateTimeOffset at, string? audit, string? words, string? who = null) =>
        new(Installation, RecordKinds.Action, action.Id, action.Version, at, action.By, services.Vault.Seal(Installation, action.Bytes()))
        {
            State = action.State.ToString(),
            Due = action.State != ActionState.Running ? null : action.Version == 1 ? at : at + Claim,
            Parties = action.Tenant is { } tenant ? [tenant] : [],
            KeepHistory = false,
            Audit = audit is null ? null : new AuditEntry(at, who ?? action.By, audit, action.Tenant, action.Id, $"{action.Verb}: {words}"),
        };

    private StoredAction? Read(StoredRecord record)
    {
        var body = services.Vault.Open(Installation, record.SealedBody.Span);
        return body.IsOk ? StoredAction.Of(body.Value, record.Version) : null;
    }
}
