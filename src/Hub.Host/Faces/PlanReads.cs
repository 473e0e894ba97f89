using System.Globalization;
using Hub.Adapters.Plans;
using Hub.Core.Errors;
using Hub.Host.Composition;
using Hub.Host.Errors;
using Hub.Host.Security.Tokens;
using Microsoft.Extensions.Primitives;

namespace Hub.Host.Faces;

/// <summary>Looks at shared plans. Every look stands in the audit log before it is answered.</summary>
/// <param name="services">What it uses.</param>
/// <param name="gate">Who may.</param>
internal sealed class PlanReads(HubServices services, PlanGate gate)
{
    /// <summary><c>POST CarePlan/_search</c>: the current version of each plan of a patient.</summary>
    public async Task<IReadOnlyList<HubError>> SearchAsync(HttpContext context, PlanCaller caller)
    {
        var form = await PlanForm.ReadAsync(context.Request, "patient.identifier", "subject.identifier", "subject:Patient.identifier", "patient", "status", "_revinclude", "_count", "category");
        if (!form.IsOk)
            return form.Errors;
        var errors = new List<HubError>();
        var number = PlanForm.Number(form.Value, "patient.identifier", "subject.identifier", "subject:Patient.identifier", "patient");
        if (number is null || PatientText.Read(number, caller.Tenant, errors) is not { } patient)
            return errors.Count > 0 ? errors : [PlanErrors.NotFound.At("patient.identifier", "Name the patient: patient.identifier=SYSTEM|NUMBER")];
        if (await gate.RefusesAsync(caller, patient, "CarePlan/_search", writes: false, context.RequestAborted) is { } refused)
            return [refused];
        var found = await gate.Register(caller).Shelf.OfPatientAsync(patient, context.RequestAborted);
        var statuses = form.Value.TryGetValue("status", out var wanted) ? wanted.ToString().Split(',') : null;
        var kept = found.Where(v => statuses is null || statuses.Contains(v.Edit.Plan.Status)).ToArray();
        var provenance = form.Value.TryGetValue("_revinclude", out var include) && include == "Provenance:target";
        await PlanAnswer.WriteAsync(context.Response, StatusCodes.Status200OK, Bundles(context, caller).Found(kept, provenance));
        return [];
    }

    /// <summary><c>POST Provenance/_search</c>: who wrote a version, or every version, of a plan.</summary>
    public async Task<IReadOnlyList<HubError>> ProvenanceAsync(HttpContext context, PlanCaller caller)
    {
        var form = await PlanForm.ReadAsync(context.Request, "target");
        if (!form.IsOk)
            return form.Errors;
        var parts = form.Value.TryGetValue("target", out var target) ? Relative(target) : [];
        if (parts is not (["CarePlan", _] or ["CarePlan", _, "_history", _]))
            return [HttpErrors.BadParameter.At("target", "target=CarePlan/ID or CarePlan/ID/_history/VERSION is expected")];
        var (history, errors) = await OpenAsync(context, caller, parts[1], "Provenance/_search");
        if (errors.Count > 0)
            return errors;
        var wanted = history.Where(v => parts.Length == 2 || v.Number.ToString(CultureInfo.InvariantCulture) == parts[3]).Select(v => PlanResources.Provenance(v, caller.Tenant.Name)).ToArray();
        await PlanAnswer.WriteAsync(context.Response, StatusCodes.Status200OK, Bundles(context, caller).Found(wanted));
        return [];
    }

    /// <summary><c>GET CarePlan/{id}</c>: the current version.</summary>
    public async Task<IReadOnlyList<HubError>> CurrentAsync(HttpContext context, PlanCaller caller)
    {
        var (history, errors) = await OpenAsync(context, caller, Route(context, "id"), "CarePlan/read");
        return errors.Count > 0 ? errors : await AnswerAsync(context, caller, history[0]);
    }

    /// <summary><c>GET CarePlan/{id}/_history/{version}</c>: one version.</summary>
    public async Task<IReadOnlyList<HubError>> VersionAsync(HttpContext context, PlanCaller caller)
    {
        var (history, errors) = await OpenAsync(context, caller, Route(context, "id"), "CarePlan/vread");
        if (errors.Count > 0)
            return errors;
        return history.FirstOrDefault(v => v.Number.ToString(CultureInfo.InvariantCulture) == Route(context, "version")) is { } version
            ? await AnswerAsync(context, caller, version)
            : [PlanErrors.NotFound.At()];
    }

    /// <summary><c>GET CarePlan/{id}/_history</c>: every version.</summary>
    public async Task<IReadOnlyList<HubError>> HistoryAsync(HttpContext context, PlanCaller caller)
    {
        var (history, errors) = await OpenAsync(context, caller, Route(context, "id"), "CarePlan/_history");
        if (errors.Count == 0)
            await PlanAnswer.WriteAsync(context.Response, StatusCodes.Status200OK, Bundles(context, caller).History(history));
        return errors;
    }

    /// <summary><c>GET CarePlan/{id}/$conflicts</c>: edits that nobody has merged yet.</summary>
    public async Task<IReadOnlyList<HubError>> ConflictsAsync(HttpContext context, PlanCaller caller)
    {
        var (history, errors) = await OpenAsync(context, caller, Route(context, "id"), "CarePlan/$conflicts");
        if (errors.Count > 0)
            return errors;
        var shelf = gate.Register(caller).Shelf;
        var open = await shelf.ConflictsAsync(shelf.KeyOf(history[0].Edit.Patient.Id), open: true, context.RequestAborted);
        var own = open.Where(c => c.Conflict.Key == history[0].Key).Select(c => (c.Record.Key, c.Conflict)).ToArray();
        await PlanAnswer.WriteAsync(context.Response, StatusCodes.Status200OK, Bundles(context, caller).Conflicts(own, history));
        return [];
    }

    /// <summary>Every version of a plan that the caller may see; a plan that is not there is an error.</summary>
    public async Task<(IReadOnlyList<SharedVersion> History, IReadOnlyList<HubError> Errors)> OpenAsync(HttpContext context, PlanCaller caller, string id, string interaction, bool writes = false)
    {
        var history = await gate.Register(caller).Shelf.HistoryAsync(id, context.RequestAborted);
        if (history.Count == 0)
            return (history, [PlanErrors.NotFound.At()]);
        return await gate.RefusesAsync(caller, history[0].Edit.Patient.Id, interaction, writes, context.RequestAborted) is { } refused ? ([], [refused]) : (history, []);
    }

    /// <summary>Address of the face.</summary>
    public string Address(HttpContext context, PlanCaller caller) => $"{PublicAddress.Base(context.Request, services.Settings.PublicUrl)}/fhir/{caller.Tenant.Name}";

    /// <summary>A value of the route.</summary>
    public static string Route(HttpContext context, string name) => (string?)context.Request.RouteValues[name] ?? "";

    /// <summary>Writes bundles for a caller.</summary>
    public PlanBundles Bundles(HttpContext context, PlanCaller caller) => new(Address(context, caller), caller.Tenant.Name);

    private async Task<IReadOnlyList<HubError>> AnswerAsync(HttpContext context, PlanCaller caller, SharedVersion version)
    {
        if (context.Request.Headers.IfNoneMatch == PlanResources.ETag(version.Number))
        {
            context.Response.Headers.ETag = PlanResources.ETag(version.Number);
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return [];
        }

        await PlanAnswer.VersionAsync(context.Response, StatusCodes.Status200OK, version, caller.Tenant.Name, Address(context, caller));
        return [];
    }

    private static string[] Relative(StringValues target)
    {
        var text = target.ToString();
        var at = text.LastIndexOf("CarePlan/", StringComparison.Ordinal);
        return at < 0 ? [] : text[at..].Split('/');
    }
}
