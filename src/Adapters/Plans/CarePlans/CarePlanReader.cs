using System.Globalization;
using Hub.Adapters.FhirReading;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Fhir.Model;
using FhirIdentifier = Hub.Fhir.Model.Identifier;
using Identifier = Hub.Core.Identities.Identifier;
using Patient = Hub.Core.Content.Patient;

namespace Hub.Adapters.Plans.CarePlans;

/// <summary>Reads a CarePlan of a self-treatment plan: the other way of the mapping <c>fhir.careplan</c>, losing nothing of what that writes, and taking other writers' plans of the same shape
/// (zones as Conditions with a zone as severity: HL7 Norway's Planer-CarePlan-hacking, version 1).</summary>
public static class CarePlanReader
{
    /// <summary>What stands before the reason in a note.</summary>
    public const string ReasonPrefix = "Endret fordi: ";

    private const string BasedOn = "urn:hub:extension:based-on";
    private const string PlanSystem = "urn:hub:plan:";
    private const string EventSystem = "urn:hub:event:";
    private const string DeliverySystem = "urn:hub:delivery";
    private const string PartnerSource = "urn:hub:partner:";

    // What the mapping writes where the source gave no title.
    private const string NoTitle = "Egenbehandlingsplan";

    private static readonly string[] Statuses = ["draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"];

    /// <summary>Reads it.</summary>
    /// <param name="plan">The CarePlan.</param>
    /// <param name="now">Stands in for the time where the CarePlan has none.</param>
    /// <returns>The content, or <see cref="PlanErrors.NotAPlan"/> for each thing that is missing.</returns>
    public static Result<CarePlanReading> Read(CarePlan plan, DateTimeOffset now)
    {
        var errors = new List<HubError>();
        var patient = PatientOf(plan, errors);
        if (plan.Status is null || !Statuses.Contains(plan.Status))
            errors.Add(PlanErrors.NotAPlan.At("CarePlan.status", "A request-status of FHIR R4 is expected here"));
        if (plan.Category.Count > 0 && !plan.Category.Any(IsSelfTreatment))
            errors.Add(PlanErrors.NotAPlan.At("CarePlan.category", "Category 2 (egenbehandlingsplan) of vkp-careplan-category-v090 is expected here"));
        var parts = new PlanPartsReader(plan);
        if (errors.Count > 0)
            return Result<CarePlanReading>.Failed(errors);

        var left = new List<LeftOut>(parts.LeftOut);
        var known = plan.Identifier.FirstOrDefault(i => i.System?.StartsWith(PlanSystem, StringComparison.Ordinal) == true);
        var happened = plan.Identifier.FirstOrDefault(i => i.System?.StartsWith(EventSystem, StringComparison.Ordinal) == true);
        var foreign = plan.Identifier.FirstOrDefault(i => known is null && i.Value is not null && i != happened && i.System != DeliverySystem);
        var reason = plan.Note.FirstOrDefault(n => n.Text?.StartsWith(ReasonPrefix, StringComparison.Ordinal) == true);
        var content = new SelfTreatmentPlan(
            (known ?? foreign)?.Value ?? plan.Id ?? "", Number(plan.Meta?.VersionId), plan.Created is { } made ? Terms.Time(made) : new ClinicalTime(now), parts.Zones)
        {
            Triage = Lights.Of([.. (plan.Meta?.Tag ?? []).Select(t => new CodeableConcept { Coding = [t] })]),
            Corrects = plan.Replaces.FirstOrDefault(r => r.Identifier?.System?.StartsWith(EventSystem, StringComparison.Ordinal) == true)?.Identifier?.Value,
            Title = plan.Title == NoTitle ? null : plan.Title,
            Description = plan.Description,
            Status = plan.Status!,
            Author = Author(plan.Author),
            ReasonForChange = reason?.Text?[ReasonPrefix.Length..],
            BasedOn = plan.Extension.FirstOrDefault(e => e.Url == BasedOn)?.Value is FhirString basis ? basis.Value : null,
            Origin = plan.Meta?.Source is { } source && source.StartsWith(PartnerSource, StringComparison.Ordinal) ? source[(source.LastIndexOf(':') + 1)..] : null,
            ValidFrom = plan.Period?.Start is { } from ? Terms.Time(from) : null,
            ValidTo = plan.Period?.End is { } to ? Terms.Time(to) : null,
            Conditions = parts.Conditions,
            Medications = parts.Medications,
            Activities = parts.Activities,
            Diet = parts.Diet,
        };
        left.AddRange(CarePlanLeftOver.Of(plan, reason, [known, happened, foreign]));
        return new CarePlanReading(content, patient!, left)
        {
            Source = happened?.System is { } system ? system[(system.LastIndexOf(':') + 1)..] : null,
            SourceId = happened?.Value,
        };
    }

    private static Patient? PatientOf(CarePlan plan, List<HubError> errors)
    {
        var id = plan.Subject?.Identifier;
        if (id is { Value: { } value } && NationalId.Read(value.Trim(), out var national) == NationalIdFault.None)
            return new Patient(id.System is { } named && Hub.Fhir.Terminology.IdentifierSystems.IsNationalPatient(named) ? new Identifier(named, national.Digits) : new Identifier(national.System, national.Digits), plan.Subject!.Display, []);
        errors.Add(PlanErrors.NotAPlan.At("CarePlan.subject.identifier", "A national identity number is expected here"));
        return null;
    }

    private static bool IsSelfTreatment(CodeableConcept category) =>
        category.Coding.Any(c => c.Code == Hub.Fhir.Terminology.VkpCarePlanCategories.SelfTreatment && c.System is null or Hub.Fhir.Terminology.CodeSystems.VkpCarePlanCategory);

    private static int Number(string? version) => int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Who wrote it.</summary>
    /// <param name="author">A reference with identifier, display or target.</param>
    /// <returns>The party; null when the reference says nothing.</returns>
    public static Party? Author(Reference? author)
    {
        if (author is null || (author.Identifier?.Value is null && author.Display is null && author.Target is null))
            return null;
        var id = author.Identifier is FhirIdentifier { Value: { } value } named ? new Identifier(named.System ?? "", value)
            : author.Display is null && author.Target is { } target ? new Identifier("", target) : null;
        return new Party(
            (author.Type ?? author.Target?.Split('/')[0]) switch
            {
                "Patient" => PartyRole.Patient,
                "Organization" => PartyRole.Organization,
                "RelatedPerson" => PartyRole.RelatedPerson,
                "Device" => PartyRole.System,
                _ => PartyRole.Practitioner,
            },
            id,
            author.Display);
    }
}
