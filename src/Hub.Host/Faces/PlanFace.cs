using Hub.Core.Errors;
using Hub.Host.Composition;

namespace Hub.Host.Faces;

/// <summary>Shared self-treatment plans in FHIR R4: <c>/fhir/{tenant}/CarePlan</c> and <c>Provenance</c>. Searches carry the patient in the body; ids in addresses say nothing of a patient.</summary>
internal static class PlanFace
{
    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var gate = new PlanGate(services);
        var reads = new PlanReads(services, gate);
        var writes = new PlanWrites(services, gate, reads);
        var plans = routes.MapGroup("/fhir/{tenant}");
        plans.MapPost("/CarePlan/_search", For("CarePlan", 's', reads.SearchAsync)).WithMetadata(PlanDocs.Search);
        plans.MapPost("/Provenance/_search", For("Provenance", 's', reads.ProvenanceAsync)).WithMetadata(PlanDocs.Provenance);
        plans.MapGet("/CarePlan/{id}", For("CarePlan", 'r', reads.CurrentAsync)).WithMetadata(PlanDocs.Read);
        plans.MapGet("/CarePlan/{id}/_history", For("CarePlan", 'r', reads.HistoryAsync)).WithMetadata(PlanDocs.History);
        plans.MapGet("/CarePlan/{id}/_history/{version}", For("CarePlan", 'r', reads.VersionAsync)).WithMetadata(PlanDocs.Version);
        plans.MapGet("/CarePlan/{id}/$conflicts", For("CarePlan", 'r', reads.ConflictsAsync)).WithMetadata(PlanDocs.Conflicts);
        plans.MapPost("/CarePlan", For("CarePlan", 'c', writes.CreateAsync)).WithMetadata(PlanDocs.Create);
        plans.MapPut("/CarePlan/{id}", For("CarePlan", 'u', writes.UpdateAsync)).WithMetadata(PlanDocs.Update);
        plans.MapPost("/CarePlan/{id}/$resolve", For("CarePlan", 'u', writes.ResolveAsync)).WithMetadata(PlanDocs.Resolve);

        RequestDelegate For(string resource, char right, Func<HttpContext, PlanCaller, Task<IReadOnlyList<HubError>>> work) => async context =>
        {
            var caller = await gate.EnterAsync(context, resource, right);
            var errors = caller.IsOk ? await work(context, caller.Value) : caller.Errors;
            if (errors.Count > 0)
                await VkpAnswer.RefuseAsync(context.Response, errors);
            services.Meter.Answered("fhir", context.Response.StatusCode);
        };
    }
}
