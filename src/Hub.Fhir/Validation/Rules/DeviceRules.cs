using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Fhir.Validation.Rules;

/// <summary>The VKP v090 rules of dispensing and visits, for resources that claim the profile. Source: HL7 Norway VKP-R4.</summary>
internal static class DeviceRules
{
    private static readonly CheckRule Category = new("VKP-DISP-1", "The category is missing or not one of vkp-medicationdispense-events.", "vkp-MedicationDispense-v090: category 1..1, required");
    private static readonly CheckRule Subject = new("VKP-DISP-2", "The subject has no identifier.", "vkp-MedicationDispense-v090: subject.identifier 1..1");
    private static readonly CheckRule Performer = new("VKP-DISP-3", "A performer is missing, has no identifier with a system, or is a literal reference.", "vkp-MedicationDispense-v090: performer 1..*, actor.identifier 1..1, actor.reference 0..0");
    private static readonly CheckRule HandedOver = new("VKP-DISP-4", "The time of the event is missing.", "vkp-MedicationDispense-v090: whenHandedOver 1..1");
    private static readonly CheckRule Participant = new("VKP-VISIT-1", "A participant is missing, or has not exactly one mode of vkp-encounter-mode.", "vkp-Encounter-v090: participant 1..*, participant.type 1..1, required");
    private static readonly CheckRule Period = new("VKP-VISIT-2", "The period is missing.", "vkp-Encounter-v090: period 1..1");
    private static readonly CheckRule Reason = new("VKP-VISIT-3", "There is more than one reason, or one that is not of vkp-encounter-reason.", "vkp-Encounter-v090: reasonCode 0..1, required");

    internal static void Check(MedicationDispense dispense, CheckContext context)
    {
        if (!Profiles.Claims(dispense, VkpProfiles.MedicationDispense))
            return;
        if (dispense.Category is null || !Profiles.HasTerm(dispense.Category, VkpMedicationDispenseEvents.Terms))
            context.Add(Category, "category");
        if (dispense.Subject?.Identifier is null)
            context.Add(Subject, "subject");
        if (dispense.Performer.Count == 0 || dispense.Performer.Any(p => p.Actor is not { Target: null, Identifier: { System: not null, Value: not null } }))
            context.Add(Performer, "performer");
        if (dispense.WhenHandedOver is null)
            context.Add(HandedOver, "whenHandedOver");
    }

    internal static void Check(Encounter visit, CheckContext context)
    {
        if (!Profiles.Claims(visit, VkpProfiles.Encounter))
            return;
        if (visit.Participant.Count == 0 || visit.Participant.Any(p => p.Type.Count != 1 || !Profiles.HasTerm(p.Type[0], VkpEncounterModes.Terms)))
            context.Add(Participant, "participant");
        if (visit.Period is null)
            context.Add(Period, "period");
        if (visit.ReasonCode.Count > 1 || visit.ReasonCode.Any(r => !Profiles.HasTerm(r, VkpEncounterReasons.Terms)))
            context.Add(Reason, "reasonCode");
    }
}
