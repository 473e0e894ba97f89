using System.Collections.Frozen;
using Hub.Core.Adapters;
using Hub.Core.Storage;
using Hub.Core.Tenants;

namespace Hub.Host.Registers;

/// <summary>Hands register entries whose time has come to the parts of the hub that keep them. Any number of nodes may look at once: an entry goes to the one that claimed it.</summary>
/// <param name="parts">What it works with.</param>
public sealed partial class DueWork(DueWorkParts parts)
{
    /// <summary>How long a node has an entry for itself; what is not done by then is handed out again.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(1);

    private const int Page = 100;
    private const int AtOnce = 8;

    // Ends before the claim does, so that two nodes never work on one entry.
    private static readonly TimeSpan Longest = Claim - TimeSpan.FromSeconds(10);

    private readonly ILogger _logger = parts.Logger;
    private readonly FrozenDictionary<string, IRegisterAdapter> _adapters = parts.Adapters.Names
        .Select(parts.Adapters.Find).OfType<IRegisterAdapter>().ToFrozenDictionary(a => a.RecordKind, StringComparer.Ordinal);

    /// <summary>Whether there is any part of the hub that keeps registers.</summary>
    public bool IsNeeded => _adapters.Count > 0;

    /// <summary>Does all that is due now.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How many entries this node claimed.</returns>
    /// <exception cref="StoreUnavailableException">The database does not answer.</exception>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var claimed = 0;
        while (true)
        {
            var due = await parts.Records.DueAsync(_adapters.Keys, parts.Time.GetUtcNow(), Page, cancel);
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (entry, stop) =>
            {
                if (await ClaimAsync(entry, stop) is not { } mine)
                    return;
                Interlocked.Increment(ref claimed);
                await HandAsync(mine, stop);
            });
            if (due.Count < Page)
                return claimed;
        }
    }

    private async Task<StoredRecord?> ClaimAsync(StoredRecord entry, CancellationToken cancel)
    {
        var now = parts.Time.GetUtcNow();
        var until = now.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerMicrosecond)) + Claim;
        return await parts.Records.PostponeAsync(entry, until, cancel) ? entry with { Due = until } : null;
    }

    // One entry whose adapter fails keeps none of the others waiting; it comes again when the claim ends.
    private async Task HandAsync(StoredRecord entry, CancellationToken cancel)
    {
        var adapter = _adapters[entry.Kind];
        if (parts.Snapshots.Current.Tenant(entry.Tenant) is not { } tenant || PartnerOf(tenant, adapter) is not { } partner)
        {
            Nobody(entry.Kind, entry.Key, entry.Tenant);
            return;
        }

        using var deadline = new CancellationTokenSource(Longest, parts.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, deadline.Token);
        try
        {
            await adapter.DueAsync(entry, partner, parts.Context(tenant), either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            TookTooLong(entry.Kind, entry.Key, entry.Tenant);
        }
        catch (Exception fault) when (fault is not StoreUnavailableException && !cancel.IsCancellationRequested)
        {
            Failed(entry.Kind, entry.Key, entry.Tenant, fault.GetType().FullName, fault.StackTrace);
        }
    }

    private static PartnerConfig? PartnerOf(TenantConfig tenant, IRegisterAdapter adapter) =>
        tenant.Partners.Values.Where(p => p.Adapter == adapter.Name).MinBy(p => p.Name, StringComparer.Ordinal);

    [LoggerMessage(1401, LogLevel.Warning, "The {Kind} {Key} of {Tenant} is due, and no partner of the tenant's file keeps such entries: it is looked at again in a minute")]
    private partial void Nobody(string kind, string key, string tenant);

    [LoggerMessage(1402, LogLevel.Warning, "The {Kind} {Key} of {Tenant} was not done in time: it is done again")]
    private partial void TookTooLong(string kind, string key, string tenant);

    [LoggerMessage(1403, LogLevel.Error, "The {Kind} {Key} of {Tenant} could not be done ({Type}): it is done again in a minute\n{Stack}")]
    private partial void Failed(string kind, string key, string tenant, string? type, string? stack);
}

/// <summary>What <see cref="DueWork"/> works with.</summary>
/// <param name="Records">The registers.</param>
/// <param name="Adapters">Adapters of the installation.</param>
/// <param name="Snapshots">The configuration.</param>
/// <param name="Context">What an adapter may use for a tenant.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">Where faults are told.</param>
public sealed record DueWorkParts(
    IRecordStore Records, AdapterCatalogue Adapters, ISnapshotSource Snapshots, Func<TenantConfig, SenderContext> Context, TimeProvider Time, ILogger Logger);
