using Hub.Core.Content;

namespace Hub.UnitTests.Plans;

/// <summary>Plans that tests write.</summary>
internal static class Plans
{
    public static SelfTreatmentPlan Saying(string text) => SelfPlan.SamplePlans.Copd with { Description = text, Author = null, ReasonForChange = null };
}
