using Hub.Core.Tenants;
using Hub.Host.Alerts;
using Hub.Host.Configuration;
using Hub.Host.Health;

namespace Hub.UnitTests.Alerts;

/// <summary>Facts in which nothing is the matter, to be changed one at a time.</summary>
internal static class FactBench
{
    public static readonly DateTimeOffset Now = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    public static readonly PartnerConfig Journal = new("larvik", "journal", "receiver") { Url = new Uri("https://journal.example") };

    public static PartnerHealth Healthy { get; } = new(Journal, PartnerState.Ok);

    public static NodeFacts Node { get; } = new("hub-1", Now, Now.AddDays(-1)) { DiskFree = 50, DiskSize = 100, Ahead = TimeSpan.Zero };

    public static AlertFacts Quiet { get; } = new(Now, new AlertSettings(), [Tenant()])
    {
        Partners = [Healthy],
        Nodes = [Node],
        Stuck = [],
        Dead = [],
        Ledger = new Core.Storage.Ledger(3, 1, 1, 1, 3, 0),
        Audit = new AuditFacts(null),
        Tokens = [new TokenFacts("drift", null, Now.AddDays(100))],
        Conflicts = [new ConflictFacts("larvik", Now.AddDays(-3))],
        Retention = [new RetentionFacts("larvik", Now.AddDays(-90), TimeSpan.FromDays(90))],
    };

    public static TenantConfig Tenant(TenantAlertLimits? limits = null) =>
        new("larvik", TenantEnvironment.Test, new OrganizationConfig("312229544", null, null), new Dictionary<string, PartnerConfig> { ["journal"] = Journal }, [], UnroutedPolicy.Keep) { Alerts = limits };
}
