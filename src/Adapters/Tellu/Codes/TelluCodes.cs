using Hub.Core.Content;
using Hub.Fhir.Terminology;
using IdentifierSystems = Hub.Core.Identities.IdentifierSystems;

namespace Hub.Adapters.Tellu.Codes;

/// <summary>The system's short code lists. They are modelled; README.md beside the adapter has them as tables.</summary>
internal static class TelluCodes
{
    /// <summary>Name of the system's own user ids, as an absolute URI; ours, since none is published.</summary>
    public const string UserIds = "urn:hub:tellu-like:user";

    /// <summary>List <c>prio</c>: the most urgent is 1.</summary>
    public static CodeTable<Triage> Priorities { get; } = new("prio", (1, Triage.Red), (2, Triage.Yellow), (3, Triage.Green));

    /// <summary>List <c>role</c>.</summary>
    public static CodeTable<PartyRole> Roles { get; } = new(
        "role", (1, PartyRole.Practitioner), (2, PartyRole.Patient), (3, PartyRole.RelatedPerson), (4, PartyRole.Organization), (5, PartyRole.System));

    /// <summary>List <c>cmp</c>.</summary>
    public static CodeTable<string> Comparators { get; } = new("cmp", (1, "<"), (2, "<="), (3, ">="), (4, ">"));

    /// <summary>List <c>state</c> of a reading, as FHIR observation status.</summary>
    public static CodeTable<string> ReadingStates { get; } = new("state of a reading", (1, "final"), (2, "corrected"), (3, "entered-in-error"));

    /// <summary>List <c>state</c> of a plan, as FHIR request status.</summary>
    public static CodeTable<string> PlanStates { get; } = new("state of a plan", (1, "draft"), (2, "active"), (3, "on-hold"), (4, "revoked"), (5, "completed"));

    /// <summary>List <c>state</c> of the follow-up.</summary>
    public static CodeTable<FollowUpState> FollowUpStates { get; } = new("state of the follow-up", (1, FollowUpState.Included), (2, FollowUpState.Paused), (3, FollowUpState.Ended));

    /// <summary>List <c>alarm</c>, as VKP alert codes.</summary>
    public static CodeTable<string> Alarms { get; } = new(
        "alarm",
        (501, VkpAlertCodes.MeasurementReported), (502, VkpAlertCodes.FormAnswered), (503, VkpAlertCodes.MeasurementMissing), (504, VkpAlertCodes.FormMissing),
        (505, VkpAlertCodes.InactivePatient), (509, VkpAlertCodes.HomeFollowUp));

    /// <summary>List <c>reason</c>: why a task was not done.</summary>
    public static CodeTable<string> NotDoneReasons { get; } = new(
        "reason", (1, "Pasienten var ikke hjemme"), (2, "Pasienten ønsket det ikke"), (3, "Feil på utstyret"), (4, "Ble glemt"), (9, "Annen årsak"));

    /// <summary>List <c>area</c> of a piece of advice.</summary>
    public static CodeTable<AdviceArea> Areas { get; } = new("area", (1, AdviceArea.Medication), (2, AdviceArea.Activity), (3, AdviceArea.Diet));

    /// <summary>List <c>system</c>: code systems.</summary>
    public static CodeTable<string> Systems { get; } = new("system", (1, CodeSystems.Loinc), (2, CodeSystems.Snomed), (3, CodeSystems.Nlk));

    /// <summary>Identifiers of a person in the order in which they are preferred.</summary>
    public static IReadOnlyList<(string Field, string System)> PersonIds { get; } = [("hpr", IdentifierSystems.Hpr), ("orgnr", IdentifierSystems.Orgnr), ("user", UserIds)];
}

/// <summary>What a piece of advice is about.</summary>
internal enum AdviceArea
{
    Medication,
    Activity,
    Diet,
}
