using Hub.Fhir.Model;
using Hub.Fhir.Validation.Rules;

namespace Hub.Fhir.Validation;

/// <summary>Which rules apply to which type.</summary>
internal static class Invariants
{
    internal static void Check(FhirNode node, CheckContext context)
    {
        switch (node)
        {
            case Quantity quantity: DatatypeRules.Check(quantity, context); break;
            case Period period: DatatypeRules.Check(period, context); break;
            case FhirRange range: DatatypeRules.Check(range, context); break;
            case Extension extension: DatatypeRules.Check(extension, context); break;
            case Attachment attachment: DatatypeRules.Check(attachment, context); break;
            case Narrative narrative: DatatypeRules.Check(narrative, context); break;
            case Coding coding: DatatypeRules.Check(coding, context); break;
            case Observation observation:
                ObservationRules.Check(observation, context);
                VitalSignRules.Check(observation, context);
                VkpObservationRules.Check(observation, context);
                break;
            case ObservationReferenceRange range: ObservationRules.Check(range, context); break;
            case CarePlan plan: PlanRules.Check(plan, context); break;
            case CarePlanActivity activity: PlanRules.Check(activity, context); break;
            case Condition condition: PlanRules.Check(condition, context); break;
            case GoalTarget target: PlanRules.Check(target, context); break;
            case Composition composition: DocumentRules.Check(composition, context); break;
            case CompositionSection section: DocumentRules.Check(section, context); break;
            case DetectedIssue issue: DocumentRules.Check(issue, context); break;
            case MedicationDispense dispense: DeviceRules.Check(dispense, context); break;
            case Encounter visit: DeviceRules.Check(visit, context); break;
            case QuestionnaireResponse response: DocumentRules.Check(response, context); break;
            case QuestionnaireResponseItem item: DocumentRules.Check(item, context); break;
            case Organization organization: PartyRules.Check(organization, context); break;
            case PatientContact contact: PartyRules.Check(contact, context); break;
            case Bundle bundle: BundleRules.Check(bundle, context); break;
        }

        if (node is DomainResource resource)
            ContainedRules.Check(resource, context);
    }
}
