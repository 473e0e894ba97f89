using Hub.Adapters.Plans;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Composition;

namespace Hub.Host.Registers;

/// <summary>Conflicts of shared plans as operators see them, over tenants.</summary>
/// <param name="services">What the node is made of.</param>
internal sealed class PlanConflicts(HubServices services)
{
    /// <summary>Finds conflicts, newest first.</summary>
    /// <param name="tenant">Of this tenant; null for all.</param>
    /// <param name="filter">Which.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>One page.</returns>
    public async Task<IReadOnlyList<PlanConflict>> FindAsync(string? tenant, PlanConflictFilter filter, CancellationToken cancel)
    {
        var found = new List<StoredRecord>();
        foreach (var name in services.Snapshots.Current.Tenants.Select(t => t.Name).Where(t => tenant is null || t == tenant))
        {
            found.AddRange(await services.Store.FindAsync(
                new RecordFilter(name, RecordKinds.PlanConflict) { State = filter.State, Before = filter.Before, AfterKey = filter.AfterKey, Limit = filter.Limit }, cancel));
        }

        var page = found.OrderByDescending(r => r.At).ThenBy(r => r.Key, StringComparer.Ordinal).Take(filter.Limit);
        var conflicts = new List<PlanConflict>();
        foreach (var record in page)
            conflicts.Add(await OfAsync(record, cancel));
        return conflicts;
    }

    /// <summary>A conflict.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="key">Its key.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Null when there is none.</returns>
    public async Task<PlanConflict?> OneAsync(string tenant, string key, CancellationToken cancel) =>
        services.Snapshots.Current.Tenant(tenant) is not null && await services.Store.LatestAsync(tenant, RecordKinds.PlanConflict, key, cancel) is { } record
            ? await OfAsync(record, cancel)
            : null;

    /// <summary>Every version of its plan, newest first.</summary>
    /// <param name="conflict">The conflict.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The versions.</returns>
    public Task<IReadOnlyList<SharedVersion>> HistoryAsync(PlanConflict conflict, CancellationToken cancel) => Shelf(conflict.Tenant).HistoryAsync(conflict.Plan, cancel);

    /// <summary>Dismisses a conflict: the latest version stands, and the edit changes nothing any more.</summary>
    /// <param name="conflict">The conflict as it was read.</param>
    /// <param name="act">Who, when and why.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The conflict as it is then, or why not.</returns>
    public async Task<Result<PlanConflict>> DismissAsync(PlanConflict conflict, OperatorAct act, CancellationToken cancel)
    {
        if (!conflict.IsOpen)
            return OperatorErrors.ConflictClosed.At();
        if (conflict is not { Edit: { } edit, Latest: { } latest })
            return DeliveryErrors.BodyUnreadable.At();
        if (!await Shelf(conflict.Tenant).DismissAsync(conflict.Record, edit with { SettledBy = latest.Number }, act, cancel))
            return OperatorErrors.ConflictClosed.At();
        return (await OneAsync(conflict.Tenant, conflict.Id, cancel))!;
    }

    // What cannot be opened is listed all the same: it must not hide the others.
    private async Task<PlanConflict> OfAsync(StoredRecord record, CancellationToken cancel)
    {
        var shelf = Shelf(record.Tenant);
        var latest = await services.Store.LatestAsync(record.Tenant, RecordKinds.Plan, PlanKeys.PlanOf(record.Key), cancel);
        return new PlanConflict(record, shelf.TryOpen(record), latest is null ? null : shelf.TryOpen(latest));
    }

    private PlanShelf Shelf(string tenant) => new(services.Context(services.Snapshots.Current.Tenant(tenant)!).Registers!, tenant);
}
