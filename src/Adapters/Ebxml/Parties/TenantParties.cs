using System.Collections.Concurrent;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Ebxml.Parties;

/// <summary>The loaded ends of the message network. A party is loaded anew when its configuration is another one, and looked at again every minute for changed directories (a fetched register entry, a new revocation list).</summary>
/// <param name="secrets">Reads keys and files.</param>
/// <param name="time">The clock.</param>
internal sealed class TenantParties(ISecretReader secrets, TimeProvider time)
{
    /// <summary>How long a loaded party is used before its files are read again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Loaded> _loaded = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lock> _loading = new(StringComparer.Ordinal);

    /// <summary>The party of a tenant.</summary>
    /// <param name="tenant">The tenant as configured now.</param>
    /// <returns>The party, or why it cannot be loaded. A party that could be loaded before is used on when its files cannot be read for a while.</returns>
    public Result<TenantParty> Of(TenantConfig tenant)
    {
        if (Known(tenant) is { } known && time.GetUtcNow() - known.At < Fresh)
            return known.Party;
        var gate = _loading.GetOrAdd(tenant.Name, static _ => new Lock());

        // One reads the files again; the others go on with what there is, and wait only when there is nothing.
        if (!gate.TryEnter())
        {
            if (Known(tenant) is { } stale)
                return stale.Party;
            gate.Enter();
        }

        try
        {
            return Refreshed(tenant);
        }
        finally
        {
            gate.Exit();
        }
    }

    private Loaded? Known(TenantConfig tenant) =>
        _loaded.TryGetValue(tenant.Name, out var loaded) && ReferenceEquals(loaded.Tenant, tenant) ? loaded : null;

    private Result<TenantParty> Refreshed(TenantConfig tenant)
    {
        var now = time.GetUtcNow();
        var loaded = Known(tenant);
        if (loaded is not null && now - loaded.At < Fresh)
            return loaded.Party;
        var party = TenantParty.Load(tenant, secrets);
        if (!party.IsOk && loaded is { Party.IsOk: true })
            party = loaded.Party;
        _loaded[tenant.Name] = new Loaded(tenant, now, party);
        return party;
    }

    private sealed record Loaded(TenantConfig Tenant, DateTimeOffset At, Result<TenantParty> Party);
}
