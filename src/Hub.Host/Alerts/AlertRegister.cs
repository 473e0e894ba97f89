using Hub.Core.Storage;
using Hub.Host.Composition;

namespace Hub.Host.Alerts;

/// <summary>Keeps alerts in the store. Every change follows the version before it: of two nodes that would open the same alert, one does.</summary>
/// <param name="services">What the node is made of.</param>
internal sealed class AlertRegister(HubServices services)
{
    /// <summary>Stands for the installation: no tenant has this name.</summary>
    public const string Installation = "-";

    private const string Open = "open";
    private const string Closing = "closing";
    private const string Closed = "closed";
    private const int Page = 500;

    /// <summary>Alerts that are open, or closed without everybody having been told.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The alerts.</returns>
    public async Task<IReadOnlyList<StoredAlert>> CurrentAsync(CancellationToken cancel)
    {
        var found = new List<StoredAlert>();
        var filter = new RecordFilter(Installation, RecordKinds.Alert) { ExceptStates = [Closed], Limit = Page };
        while (true)
        {
            var page = await services.Store.FindAsync(filter, cancel);
            found.AddRange(page.Select(Read).OfType<StoredAlert>());
            if (page.Count < Page)
                return found;
            filter = filter with { Before = page[^1].At, AfterKey = page[^1].Key };
        }
    }

    /// <summary>Keeps an alert.</summary>
    /// <param name="alert">The alert with the version that was read.</param>
    /// <param name="everybodyKnows">Whether nobody needs to be told any more.</param>
    /// <param name="audit">What the audit log says of it; null for nothing.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The alert as kept; null when another node was faster.</returns>
    public async Task<StoredAlert?> KeepAsync(StoredAlert alert, bool everybodyKnows, string? audit, CancellationToken cancel)
    {
        var version = alert.Version;
        if (version == 0)
            version = (await services.Store.LatestAsync(Installation, RecordKinds.Alert, alert.Alert.Id, cancel))?.Version ?? 0;
        var now = services.Time.GetUtcNow();
        var record = new NewRecord(
            Installation, RecordKinds.Alert, alert.Alert.Id, version + 1, now, services.Settings.Node, services.Vault.Seal(Installation, alert.Bytes()))
        {
            State = alert.ClosedAt is null ? Open : everybodyKnows ? Closed : Closing,
            KeepHistory = false,
            Audit = audit is null ? null : new AuditEntry(now, $"node:{services.Settings.Node}", audit, alert.Alert.Tenant, alert.Alert.Id, alert.Alert.Text),
        };
        return await services.Store.AppendAsync(record, cancel) ? alert with { Version = version + 1 } : null;
    }

    // An entry that cannot be opened any more is found anew by its rule.
    private StoredAlert? Read(StoredRecord record)
    {
        var body = services.Vault.Open(Installation, record.SealedBody.Span);
        return body.IsOk ? StoredAlert.Of(body.Value, record.Version) : null;
    }
}
