namespace Hub.Core.Tenants;

/// <summary>Whether real people or synthetic ones are behind a tenant.</summary>
public enum TenantEnvironment
{
    /// <summary>Real people: synthetic national ids are refused.</summary>
    Production,

    /// <summary>Synthetic people: ids of any published test series are taken, check digits are not insisted on.</summary>
    Test,
}

/// <summary>One tenant as its file says. Immutable; part of a <see cref="ConfigSnapshot"/>.</summary>
/// <param name="Name">Name of the tenant: lower-case letters, digits and hyphens; the file is <c>tenants/NAME.yaml</c>.</param>
/// <param name="Environment">Production unless the file says <c>environment: test</c>.</param>
/// <param name="Organization">The legal entity.</param>
/// <param name="Partners">Partners by name.</param>
/// <param name="Routes">Routes in file order.</param>
/// <param name="Unrouted">What happens to a message that no route wants.</param>
public sealed record TenantConfig(
    string Name,
    TenantEnvironment Environment,
    OrganizationConfig Organization,
    IReadOnlyDictionary<string, PartnerConfig> Partners,
    IReadOnlyList<RouteConfig> Routes,
    UnroutedPolicy Unrouted)
{
    /// <summary>Its end of the national message network; null when it has none.</summary>
    public MessagingConfig? Messaging { get; init; }

    /// <summary>Organisations that share the follow-up, by name; <c>self</c> is always there.</summary>
    public IReadOnlyDictionary<string, PartyConfig> Parties { get; init; } = new Dictionary<string, PartyConfig>();

    /// <summary>How patients are handed over; null = as <see cref="HandoverSettings"/> has it by itself.</summary>
    public HandoverSettings? Handovers { get; init; }

    /// <summary>Who may look at what; empty = nobody.</summary>
    public IReadOnlyList<AccessRule> Access { get; init; } = [];

    /// <summary>How long data is kept; null = for ever.</summary>
    public RetentionConfig? Retention { get; init; }

    /// <summary>Limits of alerts that differ from those of the installation; null when none does.</summary>
    public TenantAlertLimits? Alerts { get; init; }
}

/// <summary>The organisation behind a tenant.</summary>
/// <param name="Orgnr">Nine-digit organisation number; the key of the VKP face.</param>
/// <param name="Her">HER-id at enterprise level, null when the tenant has none.</param>
/// <param name="Name">Name in documents; null = the tenant's name.</param>
public sealed record OrganizationConfig(string Orgnr, int? Her, string? Name);

/// <summary>What happens to a message that no route wants.</summary>
public enum UnroutedPolicy
{
    /// <summary>It is stored with the reason each route gave (default).</summary>
    Keep,

    /// <summary>It also makes a dead letter, so that somebody looks at it.</summary>
    DeadLetter,
}
