using Hub.Core.Tenants;

namespace Hub.Host.Alerts.Rules;

/// <summary>Edits of shared plans wait for somebody to merge or dismiss them: a system shows its user a plan that the others do not have.</summary>
internal sealed class PlanConflict : IAlertRule
{
    /// <inheritdoc/>
    public string Name => "plan-conflict";

    /// <inheritdoc/>
    public IEnumerable<Alert>? Find(AlertFacts facts) => facts.Conflicts is not { } known ? null :
        from conflict in known
        where facts.Now - conflict.Since > facts.Limits(conflict.Tenant).PlanConflict
        group conflict by conflict.Tenant into late
        let limit = DurationText.Write(facts.Limits(late.Key).PlanConflict)
        let count = late.Count()
        select new Alert(Name, AlertSeverity.Warning, late.Key, null, null, $"{AlertText.Count(count, "edit")} of shared plans of {late.Key} {(count == 1 ? "has" : "have")} waited longer than {limit} for somebody to merge or dismiss {(count == 1 ? "it" : "them")}")
        {
            Norwegian = $"{count} {(count == 1 ? "endring" : "endringer")} i delte planer i {late.Key} har ventet lenger enn {limit} på at noen slår {(count == 1 ? "den" : "dem")} sammen med planen eller avviser {(count == 1 ? "den" : "dem")}",
        };
}
