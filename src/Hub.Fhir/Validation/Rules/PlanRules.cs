using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Fhir.Validation.Rules;

/// <summary>Invariants of CarePlan, Condition and Goal, and the VKP plan. Source: FHIR R4 careplan.html, condition.html, goal.html; vkp-CarePlan-v090.</summary>
internal static class PlanRules
{
    private static readonly CheckRule DetailOrReference = new("FHIR-CPL-3", "An activity has either a reference or a detail.", "FHIR R4 cpl-3");
    private static readonly CheckRule NoClinicalStatus = new("FHIR-CON-5", "A Condition entered in error has no clinical status.", "FHIR R4 con-5");
    private static readonly CheckRule Abated = new("FHIR-CON-4", "An abated Condition is inactive, resolved or in remission.", "FHIR R4 con-4");
    private static readonly CheckRule DetailNeedsMeasure = new("FHIR-GOL-1", "A target with a detail says what is measured.", "FHIR R4 gol-1");
    private static readonly CheckRule Category = new("VKP-PLAN-1", "The category is missing or not one of vkp-careplan-category.", "vkp-CarePlan-v090: category 1..*, required");

    internal static void Check(CarePlan plan, CheckContext context)
    {
        if (Profiles.Claims(plan, VkpProfiles.CarePlan)
            && !(plan.Category.Count > 0 && plan.Category.All(category => Profiles.HasTerm(category, VkpCarePlanCategories.Terms))))
            context.Add(Category, "category");
    }

    internal static void Check(CarePlanActivity activity, CheckContext context)
    {
        if (activity is { Detail: not null, Reference: not null })
            context.Add(DetailOrReference);
    }

    internal static void Check(Condition condition, CheckContext context)
    {
        var error = Has(condition.VerificationStatus, ConditionVerificationStatus.EnteredInError);
        if (error && condition.ClinicalStatus is not null)
            context.Add(NoClinicalStatus);
        if (condition.Abatement is not null && condition.ClinicalStatus is { } status
            && !Has(status, ConditionClinicalStatus.Inactive) && !Has(status, ConditionClinicalStatus.Resolved)
            && !Has(status, ConditionClinicalStatus.Remission))
            context.Add(Abated);
    }

    internal static void Check(GoalTarget target, CheckContext context)
    {
        if (target is { Detail: not null, Measure: null })
            context.Add(DetailNeedsMeasure);
    }

    private static bool Has(CodeableConcept? concept, string code) => concept?.Coding.Any(coding => coding.Code == code) == true;
}
