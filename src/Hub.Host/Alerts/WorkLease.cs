using Hub.Core.Storage;
using Hub.Host.Composition;

namespace Hub.Host.Alerts;

/// <summary>The right of one node among many to do some work, kept in the store. Renewed with every turn; another node takes it when it was not renewed in time.</summary>
/// <param name="services">What the node is made of.</param>
/// <param name="work">Name of the work.</param>
internal sealed class WorkLease(HubServices services, string work)
{
    private StoredRecord? _mine;

    /// <summary>Takes or renews the right.</summary>
    /// <param name="length">For how long.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>True when this node has it.</returns>
    public async Task<bool> TakeAsync(TimeSpan length, CancellationToken cancel)
    {
        var now = services.Time.GetUtcNow();
        var latest = await services.Store.LatestAsync(AlertRegister.Installation, RecordKinds.Lease, work, cancel);
        _mine = null;
        if (latest is { Due: { } due } && due > now && latest.Who != services.Settings.Node)
            return false;
        var next = new NewRecord(
            AlertRegister.Installation, RecordKinds.Lease, work, (latest?.Version ?? 0) + 1, now, services.Settings.Node, services.Vault.Seal(AlertRegister.Installation, []))
        {
            Due = now + length,
            KeepHistory = false,
        };
        if (!await services.Store.AppendAsync(next, cancel))
            return false;
        _mine = new StoredRecord(next.Tenant, next.Kind, next.Key, next.Version, now, next.Who, null, null, next.Due, next.SealedBody);
        return true;
    }

    /// <summary>Lets go, so that another node need not wait.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When done.</returns>
    public async Task ReleaseAsync(CancellationToken cancel)
    {
        if (_mine is { } mine)
            await services.Store.PostponeAsync(mine, null, cancel);
        _mine = null;
    }
}
