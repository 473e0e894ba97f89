using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Mappings;
using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Hub.Host.Composition;
using Hub.Host.Lookups;

namespace Hub.Host.Faces;

/// <summary>Questions on the R4 face of VKP: patient, episodeofcare and careplan <c>_search</c> as VKP has them, and <c>$alarm-context</c>, the hub's own: all that a response centre needs on an alarm, in one answer within a deadline.</summary>
internal static class VkpReadFace
{
    private const string Patient = "patient.identifier";

    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var door = new VkpReadDoor(services);
        routes.MapPost("/epj/r4/{orgnr}/patient/_search", door.For(LookupKind.Personalia, ["identifier"], (q, cancel) => PatientsAsync(q, services, cancel))).WithMetadata(VkpReadDocs.Patients);
        routes.MapPost("/epj/r4/{orgnr}/episodeofcare/_search", door.For(LookupKind.Personalia, [Patient], (q, cancel) => EpisodesAsync(q, services, cancel))).WithMetadata(VkpReadDocs.Episodes);
        routes.MapPost("/epj/r4/{orgnr}/careplan/_search", door.For(LookupKind.Plans, [Patient, "date*"], (q, cancel) => PlansAsync(q, services, cancel))).WithMetadata(VkpReadDocs.Plans);
        routes.MapPost("/epj/r4/{orgnr}/$alarm-context", door.For(LookupKind.Personalia, ["identifier"], (q, cancel) => AlarmAsync(q, services, cancel))).WithMetadata(VkpReadDocs.Alarm);
    }

    private static async Task<Result<Bundle>> PatientsAsync(VkpQuestion question, HubServices services, CancellationToken cancel)
    {
        var (found, result, errors) = await FindAsync(question, "identifier", services, cancel);
        return errors.Count > 0
            ? Result<Bundle>.Failed(errors)
            : VkpBundles.Searchset([.. found.Select(f => new BundleEntry { FullUrl = f.Url, Resource = f.Person() })], VkpBundles.Remarks(found, result!));
    }

    private static async Task<Result<Bundle>> EpisodesAsync(VkpQuestion question, HubServices services, CancellationToken cancel)
    {
        var (found, result, errors) = await FindAsync(question, Patient, services, cancel);
        return errors.Count > 0
            ? Result<Bundle>.Failed(errors)
            : VkpBundles.Searchset([.. found.SelectMany(f => f.Episodes()).Select(Alone)], VkpBundles.Remarks([], result!));
    }

    // The Patient is not in this answer: the reference is by national id alone.
    private static BundleEntry Alone(BundleEntry entry) => entry.Resource is EpisodeOfCare { Patient: { } patient } episode ? entry with { Resource = episode with { Patient = patient with { Target = null } } } : entry;

    // One patient, or everybody who has a service on whose behalf is asked.
    private static async Task<(List<VkpFound> Found, LookupResult? Result, IReadOnlyList<HubError> Errors)> FindAsync(VkpQuestion question, string parameter, HubServices services, CancellationToken cancel)
    {
        var patient = question.Patient(parameter, required: false);
        if (!patient.IsOk)
            return ([], null, patient.Errors);
        if (patient.Value is null && !question.Partner.Config.Inbound!.Reads.Contains(LookupKind.Enrolled))
            return ([], null, [Errors.VkpReadErrors.NotAllowed.At(parameter, "This partner may ask about one patient at a time (inbound.reads: enrolled)")]);
        LookupQuery query = patient.Value is { } one ? new LookupQuery.PersonaliaOf(one) : new LookupQuery.EnrolledIn(question.Services is [var only] && only != Core.Tenants.ServiceCodes.ResponseCentre ? only : null);
        var result = await services.Lookups.AskAsync(question.Partner.Tenant, query, null, cancel);
        var found = VkpFound.In(question, result, services.Time.GetUtcNow());
        // Everybody may be nobody.
        var errors = patient.Value is null && result.AnyAnswered ? [] : VkpFound.Refusal(found, result);
        return (found, result, errors);
    }

    private static async Task<Result<Bundle>> PlansAsync(VkpQuestion question, HubServices services, CancellationToken cancel)
    {
        var patient = question.Patient(Patient, required: true);
        var period = VkpPeriod.Read(question.Form.GetValueOrDefault("date"));
        if (!patient.IsOk || !period.IsOk)
            return Result<Bundle>.Failed([.. patient.Errors, .. period.Errors]);
        var who = services.Lookups.AskAsync(question.Partner.Tenant, new LookupQuery.PersonaliaOf(patient.Value!), null, cancel);
        var plans = services.Lookups.AskAsync(question.Partner.Tenant, new LookupQuery.PlansOf(patient.Value!), null, cancel);
        var found = VkpFound.In(question, await who, services.Time.GetUtcNow());
        var result = await plans;
        var errors = VkpFound.Refusal(found, await who);
        if (errors.Count == 0 && !result.AnyAnswered)
            errors = result.Partners.Count == 0 ? [LookupErrors.NobodyToAsk.At()] : [.. result.Errors.Select(e => e.Error)];
        if (errors.Count > 0)
            return Result<Bundle>.Failed(errors);
        var entries = result.Findings.Where(f => f.Finding.Content is SelfTreatmentPlan plan && period.Value.Touches(plan)).Select(f => Plan(f.Partner, f.Finding, question, services)).OfType<BundleEntry>();
        return VkpBundles.Searchset([.. entries], VkpBundles.Remarks([], result));
    }

    private static BundleEntry? Plan(string partner, LookupFinding finding, VkpQuestion question, HubServices services)
    {
        var tenant = question.Partner.Tenant;
        var context = new MappingContext(tenant, question.Partner.Config, new DocumentIds(Guid.Empty, 0, 0, question.Partner.Name));
        var written = services.Mappings.Find("fhir.careplan")!.Map(new Envelope(0, tenant.Name, partner, finding.SourceId, finding.Patient, finding.Content, services.Time.GetUtcNow()), context);
        return written.Document is { } document && FhirJson.Read(document.Body.Span).Resource is { } plan ? new BundleEntry { FullUrl = $"urn:uuid:{document.DocumentId}", Resource = plan } : null;
    }

    private static async Task<Result<Bundle>> AlarmAsync(VkpQuestion question, HubServices services, CancellationToken cancel)
    {
        var patient = question.Patient("identifier", required: true);
        if (!patient.IsOk)
            return Result<Bundle>.Failed(patient.Errors);
        var terms = new LookupTerms { Deadline = services.Settings.Lookups.AlarmDeadline };
        var result = await services.Lookups.AskAsync(question.Partner.Tenant, new LookupQuery.PersonaliaOf(patient.Value!), terms, cancel);
        var found = VkpFound.In(question, result, services.Time.GetUtcNow());
        var errors = VkpFound.Refusal(found, result);
        return errors.Count > 0 ? Result<Bundle>.Failed(errors) : VkpBundles.Alarm(found, result, services.Time.GetUtcNow());
    }
}
