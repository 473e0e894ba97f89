using Hub.Core.Content;
using Hub.Core.Registers;

namespace Hub.Adapters.Plans;

/// <summary>What a plan says to patient and treaters, apart from who wrote it when, why and under which number.</summary>
public static class PlanMeaning
{
    /// <summary>Whether two plans say the same.</summary>
    /// <param name="one">A plan.</param>
    /// <param name="other">Another.</param>
    /// <returns>True when nothing that a reader would act on differs.</returns>
    public static bool IsSame(SelfTreatmentPlan one, SelfTreatmentPlan other) => Bytes(one).AsSpan().SequenceEqual(Bytes(other));

    private static byte[] Bytes(SelfTreatmentPlan plan) => ContentText.WriteRecord(plan with
    {
        PlanId = "",
        Version = 0,
        Time = new ClinicalTime(DateTimeOffset.UnixEpoch),
        Author = null,
        ReasonForChange = null,
        Corrects = null,
        BasedOn = null,
        Origin = null,
        ValidFrom = Plain(plan.ValidFrom),
        ValidTo = Plain(plan.ValidTo),
    });

    // The same moment in other words is the same moment.
    private static ClinicalTime? Plain(ClinicalTime? time) => time is null ? null : new ClinicalTime(time.Start.ToUniversalTime(), time.Precision, time.End?.ToUniversalTime());
}
