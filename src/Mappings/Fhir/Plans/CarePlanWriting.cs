using System.Globalization;
using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir.Observations;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Fhir.Plans;

/// <summary>Writes a plan, element by element (vkp-CarePlan-v090; zones by the draft of HL7 Norway's Planer-CarePlan-hacking, version 1).</summary>
internal static class CarePlanWriting
{
    private static readonly LedgerEntry PlanId = Line.To("PlanId", "CarePlan.identifier");
    private static readonly LedgerEntry Version = Line.To("Version", "CarePlan.meta.versionId");
    private static readonly LedgerEntry Time = Line.To("Time", "CarePlan.created");
    private static readonly LedgerEntry Zones = Line.To("Zones", "CarePlan.addresses(zone), CarePlan.activity, CarePlan.goal");
    private static readonly LedgerEntry Title = Line.To("Title", "CarePlan.title");
    private static readonly LedgerEntry Description = Line.To("Description", "CarePlan.description");
    private static readonly LedgerEntry Status = Line.To("Status", "CarePlan.status");
    private static readonly LedgerEntry Corrects = Line.To("Corrects", "CarePlan.replaces");
    private static readonly LedgerEntry Author = Line.To("Author", "CarePlan.author");
    private static readonly LedgerEntry Reason = Line.To("ReasonForChange", "CarePlan.note");
    private static readonly LedgerEntry BasedOn = Line.To("BasedOn", "CarePlan.extension");
    private static readonly LedgerEntry Origin = Line.To("Origin", "CarePlan.meta.source");
    private static readonly LedgerEntry ValidFrom = Line.To("ValidFrom", "CarePlan.period.start");
    private static readonly LedgerEntry ValidTo = Line.To("ValidTo", "CarePlan.period.end");
    private static readonly LedgerEntry Conditions = Line.To("Conditions", "CarePlan.addresses");
    private static readonly LedgerEntry Medications = Line.To("Medications", "CarePlan.activity.detail");
    private static readonly LedgerEntry Activities = Line.To("Activities", "CarePlan.activity.detail");
    private static readonly LedgerEntry Diet = Line.To("Diet", "CarePlan.activity.detail");
    private static readonly LedgerEntry TriageLine = Line.To("Triage", "CarePlan.meta.tag");

    /// <summary>Writes it.</summary>
    public static CarePlan Write(SelfTreatmentPlan plan, CarePlanFrame frame, MappingLedger ledger)
    {
        Account(plan, ledger);
        var parts = new PlanParts(plan, frame.Subject);
        var light = ObservationInterpretations.Light(plan.Triage);
        return new CarePlan
        {
            Id = frame.ResourceId,
            Meta = new Meta
            {
                VersionId = plan.Version.ToString(CultureInfo.InvariantCulture),
                Source = FhirWords.Text(plan.Origin) is { } origin ? HubIdentifiers.Partner(frame.Envelope.Tenant, origin) : null,
                Profile = [VkpProfiles.CarePlan],
                Tag = light is null ? [] : [light],
            },
            Extension = FhirWords.Text(plan.BasedOn) is { } basis ? [new Extension { Url = HubExtensions.BasedOn, Value = new FhirString(basis) }] : [],
            Contained = parts.Contained.ToFhirList(),
            Identifier = [HubIdentifiers.OfPlan(frame.Envelope, plan.PlanId), .. frame.Identifiers],
            Replaces = FhirWords.Text(plan.Corrects) is { } corrected
                ? [new Reference { Type = "CarePlan", Identifier = HubIdentifiers.OfEvent(frame.Envelope, corrected) }]
                : [],
            Status = plan.Status,
            Intent = CarePlanIntent.Plan,
            Category = [VkpCarePlanCategories.Terms[VkpCarePlanCategories.SelfTreatment].ToConcept()],
            Title = FhirWords.Text(plan.Title) ?? "Egenbehandlingsplan",
            Description = FhirWords.Text(plan.Description),
            Subject = frame.Subject,
            Period = PeriodOf(plan),
            Created = FhirTimes.Start(plan.Time),
            Author = FhirParties.Reference(plan.Author),
            Addresses = parts.Addresses.ToFhirList(),
            Goal = parts.Goals.ToFhirList(),
            Activity = parts.Activities.ToFhirList(),
            Note = NotesOf(plan),
        };
    }

    private static void Account(SelfTreatmentPlan plan, MappingLedger ledger)
    {
        ledger.Add(PlanId);
        ledger.Add(Version);
        ledger.Add(Time);
        ledger.Add(Status);
        ledger.AddIf(FhirWords.Text(plan.Corrects) is not null, Corrects);
        ledger.AddIf(plan.Zones.Count > 0, Zones);
        ledger.AddIf(FhirWords.Text(plan.Title) is not null, Title);
        ledger.AddIf(FhirWords.Text(plan.Description) is not null, Description);
        ledger.AddIf(plan.Author is not null, Author);
        ledger.AddIf(FhirWords.Text(plan.ReasonForChange) is not null, Reason);
        ledger.AddIf(FhirWords.Text(plan.BasedOn) is not null, BasedOn);
        ledger.AddIf(FhirWords.Text(plan.Origin) is not null, Origin);
        ledger.AddIf(plan.ValidFrom is not null, ValidFrom);
        ledger.AddIf(plan.ValidTo is not null, ValidTo);
        ledger.AddIf(plan.Conditions.Count > 0, Conditions);
        ledger.AddIf(plan.Medications.Count > 0, Medications);
        ledger.AddIf(plan.Activities.Count > 0, Activities);
        ledger.AddIf(plan.Diet.Count > 0, Diet);
        ledger.AddIf(plan.Triage != Triage.None, TriageLine);
    }

    private static Period? PeriodOf(SelfTreatmentPlan plan) => plan is { ValidFrom: null, ValidTo: null }
        ? null
        : new Period
        {
            Start = plan.ValidFrom is { } from ? FhirTimes.Start(from) : null,
            End = plan.ValidTo is { } to ? FhirTimes.Start(to) : null,
        };

    private static FhirList<Annotation> NotesOf(SelfTreatmentPlan plan) =>
        FhirWords.Text(plan.ReasonForChange) is { } reason
            ? [new Annotation { Time = FhirTimes.Start(plan.Time), Text = $"Endret fordi: {reason}" }]
            : [];
}
