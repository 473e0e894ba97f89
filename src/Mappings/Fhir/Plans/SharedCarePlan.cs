using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Mappings.Ledger;
using Identifier = Hub.Fhir.Model.Identifier;
using Patient = Hub.Core.Content.Patient;

namespace Hub.Mappings.Fhir.Plans;

/// <summary>A version of a shared plan as the hub's own FHIR face shows it: the same resource as <c>fhir.careplan</c> under the register's id, with what other systems call the plan.</summary>
public static class SharedCarePlan
{
    /// <summary>Writes it.</summary>
    /// <param name="plan">The version, under the register's id and number.</param>
    /// <param name="patient">Whom it is about.</param>
    /// <param name="tenant">Tenant.</param>
    /// <param name="names">What systems call the plan: partner and id.</param>
    /// <returns>The resource.</returns>
    public static CarePlan Of(SelfTreatmentPlan plan, Patient patient, string tenant, IEnumerable<(string Partner, string Id)> names)
    {
        var envelope = new Envelope(0, tenant, "plans", plan.PlanId, patient, plan, plan.Time.Start);
        var subject = new Reference { Type = "Patient", Identifier = FhirWords.Identifier(patient.Id), Display = FhirWords.Text(patient.Name) };
        IReadOnlyList<Identifier> others = [.. names.Select(n => HubIdentifiers.OfPlan(envelope with { Source = n.Partner }, n.Id))];
        return CarePlanWriting.Write(plan, new CarePlanFrame(envelope, subject, plan.PlanId, others), new MappingLedger(envelope));
    }

    /// <summary>A party as a reference, as in the CarePlan.</summary>
    /// <param name="party">The party.</param>
    /// <returns>The reference; null when it has neither identifier nor name.</returns>
    public static Reference? Reference(Party? party) => FhirParties.Reference(party);

    /// <summary>How documents of the hub name a partner.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="partner">The partner.</param>
    /// <returns>A URN.</returns>
    public static string Source(string tenant, string partner) => HubIdentifiers.Partner(tenant, partner);
}
