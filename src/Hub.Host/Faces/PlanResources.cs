using System.Globalization;
using Hub.Adapters.Plans;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;
using Hub.Host.Errors;
using Hub.Mappings.Fhir.Plans;
using Coding = Hub.Fhir.Model.Coding;

namespace Hub.Host.Faces;

/// <summary>Versions, conflicts and where they come from as FHIR resources.</summary>
internal static class PlanResources
{
    private const string ConflictTag = "urn:hub:plan-conflict";
    private const string DataOperation = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";
    private const string Participant = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    /// <summary>ETag of a version.</summary>
    public static string ETag(int number) => string.Create(CultureInfo.InvariantCulture, $"W/\"{number}\"");

    /// <summary>Relative address of a version.</summary>
    public static string History(string plan, int number) => string.Create(CultureInfo.InvariantCulture, $"CarePlan/{plan}/_history/{number}");

    /// <summary>A version.</summary>
    public static CarePlan Version(SharedVersion version, string tenant) =>
        Plan(version, version.Key, version.Number, version.BasedOn, tenant);

    /// <summary>An edit that did not become a version.</summary>
    public static CarePlan Conflict(string key, SharedVersion conflict, string tenant)
    {
        var plan = Plan(conflict, conflict.Key, Math.Max(1, conflict.Edit.Plan.Version), conflict.BasedOn, tenant);
        return plan with { Id = key, Meta = plan.Meta! with { VersionId = null, Tag = [.. plan.Meta.Tag, new Coding { System = ConflictTag, Code = conflict.SettledBy is null ? PlanShelf.Open : PlanShelf.Settled }] } };
    }

    /// <summary>Who wrote a version when, why and from what.</summary>
    public static Provenance Provenance(SharedVersion version, string tenant, string? conflict = null)
    {
        var edit = version.Edit;
        var before = version.BasedOn == 0
            ? []
            : new[] { new ProvenanceEntity { Role = ProvenanceEntityRole.Revision, What = new Reference { Target = History(version.Key, version.BasedOn) } } };
        return new Provenance
        {
            Id = conflict ?? string.Create(CultureInfo.InvariantCulture, $"{version.Key}.{version.Number}"),
            Target = [new Reference { Target = conflict is null ? History(version.Key, version.Number) : $"CarePlan/{conflict}" }],
            Occurred = new FhirTime(At(edit.Plan.Time)),
            Recorded = FhirDateTime.FromInstant(version.At),
            Reason = string.IsNullOrWhiteSpace(edit.Plan.ReasonForChange) ? [] : [new CodeableConcept { Text = edit.Plan.ReasonForChange }],
            Activity = new CodeableConcept { Coding = [new Coding { System = DataOperation, Code = version.BasedOn == 0 ? "CREATE" : "UPDATE" }] },
            Agent =
            [
                .. SharedCarePlan.Reference(edit.Plan.Author) is { } author ? [Agent("author", author)] : Array.Empty<ProvenanceAgent>(),
                Agent("assembler", new Reference { Type = "Device", Identifier = new Identifier { System = "urn:ietf:rfc:3986", Value = SharedCarePlan.Source(tenant, edit.Origin) }, Display = edit.Origin }),
            ],
            Entity = [.. before, .. version.Settles.Select(k => new ProvenanceEntity { Role = ProvenanceEntityRole.Source, What = new Reference { Target = $"CarePlan/{k}" } })],
        };
    }

    /// <summary>What went wrong, as one resource.</summary>
    public static OperationOutcome Outcome(IEnumerable<HubError> errors) => new()
    {
        Issue = errors.Select(e => new OperationOutcomeIssue
        {
            Severity = "error",
            Code = ErrorStatus.Of(e) == StatusCodes.Status409Conflict ? "conflict" : "invalid",
            Details = new CodeableConcept { Coding = [new Coding { System = "urn:hub:error", Code = e.Code }], Text = e.Text },
            Diagnostics = $"{e.Code}: {e.Text}",
        }).ToFhirList(),
    };

    private static CarePlan Plan(SharedVersion version, string plan, int number, int basedOn, string tenant)
    {
        var content = version.Edit.Plan with
        {
            PlanId = plan,
            Version = number,
            BasedOn = basedOn == 0 ? null : new SharedPlanVersion(plan, basedOn).ToString(),
            Origin = version.Edit.Origin,
            Corrects = null,
        };
        var resource = SharedCarePlan.Of(content, version.Edit.Patient, tenant, version.Names.Select(n => (n.Partner, n.Id)));
        return resource with { Meta = resource.Meta! with { LastUpdated = FhirDateTime.FromInstant(version.At) } };
    }

    private static ProvenanceAgent Agent(string type, Reference who) => new() { Type = new CodeableConcept { Coding = [new Coding { System = Participant, Code = type }] }, Who = who };

    private static FhirDateTime At(ClinicalTime time) => time.Literal is { } literal && FhirDateTime.TryParse(literal, out var parsed) ? parsed : FhirDateTime.FromInstant(time.Start);
}
