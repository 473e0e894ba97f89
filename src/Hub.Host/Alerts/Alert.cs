using Hub.Host.Alerts.Rules;

namespace Hub.Host.Alerts;

/// <summary>How soon somebody must look.</summary>
internal enum AlertSeverity
{
    /// <summary>In working hours.</summary>
    Warning,

    /// <summary>Now.</summary>
    Critical,
}

/// <summary>Something that a person must look at.</summary>
/// <param name="Rule">Name of the rule; its runbook is <c>ops/runbooks/RULE.md</c>.</param>
/// <param name="Severity">How soon.</param>
/// <param name="Tenant">Whose; null for the installation.</param>
/// <param name="Partner">Which partner of the tenant; null for none.</param>
/// <param name="Subject">What else tells it from others of the rule (a node, a certificate); null for nothing.</param>
/// <param name="Text">What is the matter, without personal data. Says nothing that changes with every look.</param>
internal sealed record Alert(string Rule, AlertSeverity Severity, string? Tenant, string? Partner, string? Subject, string Text)
{
    /// <summary>The same for as long as it is about the same thing.</summary>
    public string Id => string.Join('/', new[] { Rule, Tenant, Partner, Subject }.Where(p => p is not null));

    /// <summary>The text in Norwegian (bokmål); null for one that was stored before there was any.</summary>
    public string? Norwegian { get; init; }

    /// <summary>What receivers that merge go by: alerts with the same group are about one thing. Nodes that have lost the database cannot agree on who tells it, so each does, in one group.</summary>
    public string Group => Rule == StoreDown.RuleName ? Rule : Id;

    /// <summary>True when it is not sure enough to be opened; an open one stays open.</summary>
    public bool OnlyStays { get; init; }
}
