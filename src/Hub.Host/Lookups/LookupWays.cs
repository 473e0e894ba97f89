using Hub.Core.Adapters;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Host.Lookups;

/// <summary>The ways to the partners of one configuration snapshot, opened when somebody first asks, and the answers kept under it. Replaced as a whole when the configuration changes.</summary>
internal sealed class LookupWays(ConfigSnapshot snapshot, AdapterCatalogue adapters, Func<TenantConfig, SenderContext> context, LookupSettings settings, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Tenant, string Partner), LookupLine> _lines = [];
    private bool _retired;

    /// <summary>The snapshot.</summary>
    public ConfigSnapshot Snapshot { get; } = snapshot;

    /// <summary>Answers of the last seconds.</summary>
    public KeptAnswers Kept { get; } = new(settings, time);

    /// <summary>The way to a partner, held for one question.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="partner">The partner; its adapter answers questions.</param>
    /// <param name="adapter">Its adapter.</param>
    /// <returns>The way; null when the configuration was replaced or no longer has the partner.</returns>
    public LookupLine? Use(TenantConfig tenant, PartnerConfig partner, ILookupAdapter adapter)
    {
        lock (_gate)
        {
            if (_retired)
                return null;
            // The asker may still hold the configuration of before: what was taken out is not asked, and what was changed is asked as it is now.
            if (Snapshot.Tenant(tenant.Name) is not { } current || current.Partners.GetValueOrDefault(partner.Name) is not { } own || own.Adapter != partner.Adapter)
                return null;
            if (!_lines.TryGetValue((tenant.Name, partner.Name), out var line))
                _lines[(tenant.Name, partner.Name)] = line = new LookupLine(own, adapter.OpenLookup(own, context(current)), time, logger);
            return line.TryUse() ? line : null;
        }
    }

    /// <summary>Who can be asked, in the order of the tenant file.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="kind">Kind of question.</param>
    /// <returns>Partners and their adapters.</returns>
    public IEnumerable<(PartnerConfig Partner, ILookupAdapter Adapter)> Answering(TenantConfig tenant, LookupKind kind)
    {
        foreach (var partner in tenant.Partners.Values)
        {
            if (adapters.Find(partner.Adapter) is ILookupAdapter adapter && adapter.Answers(partner).Contains(kind))
                yield return (partner, adapter);
        }
    }

    /// <summary>Closes every way when its last question has ended: some are left to those who still ask.</summary>
    /// <returns>When the rest is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        LookupLine[] lines;
        lock (_gate)
        {
            _retired = true;
            lines = [.. _lines.Values];
            _lines.Clear();
        }

        Kept.Dispose();
        foreach (var line in lines)
            await line.DisposeAsync();
    }
}
