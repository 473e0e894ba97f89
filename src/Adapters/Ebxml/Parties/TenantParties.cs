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

    /// <summary>The party of a tenant.</summary>
    /// <param name="tenant">The tenant as configured now.</param>
    /// <returns>The party, or why it cannot be loaded. A party that could be loaded before is used on when its files cannot be read for a while.</returns>
    public Result<TenantParty> Of(TenantConfig tenant)
    {
        var now = time.GetUtcNow();
        if (_loaded.TryGetValue(tenant.Name, out var loaded) && ReferenceEquals(loaded.Tenant, tenant) && now - loaded.At < Fresh)
            return loaded.Party;
        var party = TenantParty.Load(tenant, secrets);
        if (!party.IsOk && loaded is not null && ReferenceEquals(loaded.Tenant, tenant) && loaded.Party.IsOk)
            party = loaded.Party;
        _loaded[tenant.Name] = new Loaded(tenant, now, party);
        return party;
    }

    private sealed record Loaded(TenantConfig Tenant, DateTimeOffset At, Result<TenantParty> Party);
}
