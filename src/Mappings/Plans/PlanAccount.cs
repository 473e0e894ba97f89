using Hub.Core.Content;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Plans;

/// <summary>Where each field of a plan goes in forms for vendors and registers.</summary>
internal static class PlanAccount
{
    /// <summary>Everything goes along.</summary>
    public static void Whole(Envelope envelope, SelfTreatmentPlan plan, MappingLedger ledger)
    {
        Surroundings(envelope, ledger);
        ledger.Add(Line.To("SourceId", "source.event"));
        foreach (var (field, target) in Fields(plan))
            ledger.Add(Line.To(field, target));
        ledger.AddIf(plan.Triage != Triage.None, Line.To("Triage", "triage"));
        ledger.AddIf(plan.Corrects is not null, Line.To("Corrects", "corrects"));
    }

    /// <summary>Whom it is about, and what ties it to other events.</summary>
    public static void Surroundings(Envelope envelope, MappingLedger ledger)
    {
        ledger.Add(Line.To("Patient.Id", "patient.nationalId"));
        ledger.AddIf(envelope.Patient.Name is not null, Line.Left("Patient.Name", "The receiver knows the patient by the number"));
        ledger.AddIf(envelope.Patient.OtherIds.Count > 0, Line.Left("Patient.OtherIds", "The receiver knows the patient by the national number"));
        ledger.AddIf(envelope.Correlation is not null, Line.Left("Correlation", "The hub's own thread; the id of the plan ties its versions together"));
    }

    private static IEnumerable<(string Field, string Target)> Fields(SelfTreatmentPlan plan) => new (string Field, bool Present, string Target)[]
    {
        ("PlanId", true, "plan.planId"), ("Version", true, "plan.version"), ("Time", true, "occurredAt"), ("Status", true, "plan.status"),
        ("Zones", plan.Zones.Count > 0, "plan.zones"), ("Title", plan.Title is not null, "plan.title"), ("Description", plan.Description is not null, "plan.description"),
        ("Author", plan.Author is not null, "plan.author"), ("ReasonForChange", plan.ReasonForChange is not null, "plan.reason"),
        ("BasedOn", plan.BasedOn is not null, "plan.basedOn"), ("Origin", plan.Origin is not null, "source.system"),
        ("ValidFrom", plan.ValidFrom is not null, "plan.validFrom"), ("ValidTo", plan.ValidTo is not null, "plan.validTo"),
        ("Conditions", plan.Conditions.Count > 0, "plan.conditions"), ("Medications", plan.Medications.Count > 0, "plan.medications"),
        ("Activities", plan.Activities.Count > 0, "plan.activities"), ("Diet", plan.Diet.Count > 0, "plan.diet"),
    }.Where(f => f.Present).Select(f => (f.Field, f.Target));
}
