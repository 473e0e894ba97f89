using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Host.Configuration;
using Hub.Host.Health;

namespace Hub.Host.Alerts;

/// <summary>What rules look at, gathered at one moment. Null = not known at this moment.</summary>
/// <param name="Now">The moment.</param>
/// <param name="Settings">When people are alerted.</param>
/// <param name="Tenants">The configuration.</param>
internal sealed record AlertFacts(DateTimeOffset Now, AlertSettings Settings, IReadOnlyList<TenantConfig> Tenants)
{
    /// <summary>How partners fare.</summary>
    public IReadOnlyList<PartnerHealth>? Partners { get; init; }

    /// <summary>Nodes that are there.</summary>
    public IReadOnlyList<NodeFacts>? Nodes { get; init; }

    /// <summary>Deliveries whose deadline nobody looked at.</summary>
    public IReadOnlyList<PartnerCount>? Stuck { get; init; }

    /// <summary>Dead letters that nobody has acted on.</summary>
    public IReadOnlyList<PartnerCount>? Dead { get; init; }

    /// <summary>The ledger, when it was counted.</summary>
    public Ledger? Ledger { get; init; }

    /// <summary>The audit log, when it was verified.</summary>
    public AuditFacts? Audit { get; init; }

    /// <summary>Tokens of operators and when they end.</summary>
    public IReadOnlyList<TokenFacts>? Tokens { get; init; }

    /// <summary>How far deleting of bodies has come.</summary>
    public IReadOnlyList<RetentionFacts>? Retention { get; init; }

    /// <summary>Edits of shared plans that nobody has merged or dismissed, the longest waiting first; at most a thousand.</summary>
    public IReadOnlyList<ConflictFacts>? Conflicts { get; init; }

    /// <summary>Limits of a tenant.</summary>
    /// <param name="tenant">Its name; null for the installation.</param>
    /// <returns>The limits.</returns>
    public AlertLimits Limits(string? tenant) => Settings.Limits.With(Tenants.FirstOrDefault(t => t.Name == tenant)?.Alerts);
}

/// <summary>How the audit log was found.</summary>
/// <param name="FirstBroken">First entry that does not fit; null when all do.</param>
internal sealed record AuditFacts(long? FirstBroken);

/// <summary>A token.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tenant">Whose; null for the installation.</param>
/// <param name="Expires">Its end.</param>
internal sealed record TokenFacts(string Name, string? Tenant, DateTimeOffset Expires);

/// <summary>How far deleting a tenant's bodies has come.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="OldestAt">When the oldest message was accepted whose bodies are next in turn; null when none are.</param>
/// <param name="Bodies">How long they are kept.</param>
internal sealed record RetentionFacts(string Tenant, DateTimeOffset? OldestAt, TimeSpan Bodies);

/// <summary>An edit of a shared plan that nobody has merged or dismissed.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Since">When it came.</param>
internal sealed record ConflictFacts(string Tenant, DateTimeOffset Since);
