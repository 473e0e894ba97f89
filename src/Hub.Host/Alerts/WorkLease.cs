using Hub.Core.Storage;
using Hub.Host.Composition;

namespace Hub.Host.Alerts;

/// <summary>The right of one node among many to do some work, kept in the store. Renewed with every turn; another node takes it when it was not renewed in time.</summary>
/// <param name="services">What the node is made of.</param>
/// <param name="work">Name of the work.</param>
internal sealed class WorkLease(HubServices services, string work)
{
    /// <summary>Takes or renews the right.</summary>
    /// <param name="length">For how long.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>True when this node has it.</returns>
    public async Task<bool> TakeAsync(TimeSpan length, CancellationToken cancel)
    {
        var now = services.Time.GetUtcNow();
        var latest = await services.Store.LatestAsync(AlertRegister.Installation, RecordKinds.Lease, work, cancel);
        if (latest is { Due: { } due } && due > now && latest.Who != services.Settings.Node)
            return false;
        var next = new NewRecord(
            AlertRegister.Installation, RecordKinds.Lease, work, (latest?.Version ?? 0) + 1, now, services.Settings.Node, services.Vault.Seal(AlertRegister.Installation, []))
        {
            Due = now + length,
            KeepHistory = false,
        };
        return await services.Store.AppendAsync(next, cancel);
    }

    /// <summary>Lets go, so that another node need not wait.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When done.</returns>
    public async Task ReleaseAsync(CancellationToken cancel)
    {
        // What is stored counts: a turn that was cut off may have taken the right without hearing of it.
        if (await services.Store.LatestAsync(AlertRegister.Installation, RecordKinds.Lease, work, cancel) is { Due: not null } latest && latest.Who == services.Settings.Node)
            await services.Store.PostponeAsync(latest, null, cancel);
    }
}
