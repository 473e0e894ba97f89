using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Hub.Host.Composition;
using Hub.Host.Errors;
using Hub.Host.Security;

namespace Hub.Host.Faces;

/// <summary>Lets partners ask on the VKP face: who asks, how often, whether they may, and a line in the audit log before anybody is asked.</summary>
/// <param name="services">What the face uses.</param>
internal sealed class VkpReadDoor(HubServices services)
{
    private const string Form = "application/x-www-form-urlencoded";
    private const int LargestForm = 16 * 1024;

    /// <summary>An address where something is asked.</summary>
    /// <param name="kind">What is asked for.</param>
    /// <param name="parameters">Parameters that it takes; those that end in <c>*</c> may come twice.</param>
    /// <param name="ask">Answers.</param>
    /// <returns>The request delegate.</returns>
    public RequestDelegate For(LookupKind kind, IReadOnlyList<string> parameters, Func<VkpQuestion, CancellationToken, Task<Result<Bundle>>> ask) => async context =>
    {
        var partner = Enter(context);
        if (!partner.IsOk)
        {
            await VkpAnswer.RefuseAsync(context.Response, partner.Errors);
        }
        else
        {
            var answer = await AnswerAsync(context, partner.Value, kind, parameters, ask);
            if (answer.IsOk)
                await WriteAsync(context.Response, StatusCodes.Status200OK, answer.Value);
            else
                await RefuseAsync(context.Response, answer.Errors);
        }

        services.Meter.Answered("vkp", context.Response.StatusCode);
    };

    private async Task<Result<Bundle>> AnswerAsync(HttpContext context, Caller.Partner partner, LookupKind kind, IReadOnlyList<string> parameters, Func<VkpQuestion, CancellationToken, Task<Result<Bundle>>> ask)
    {
        var body = await BodyAsync(context.Request);
        if (!body.IsOk)
            return Result<Bundle>.Failed(body.Errors);
        var question = VkpQuestion.Read(partner, context.Request.Headers["ServiceCodes"], body.Value.Span, kind, parameters);
        if (!question.IsOk)
            return Result<Bundle>.Failed(question.Errors);
        await RecordAsync(context, question.Value, kind);
        return await ask(question.Value, context.RequestAborted);
    }

    private Result<Caller.Partner> Enter(HttpContext context)
    {
        var caller = Credentials.Read(context.Request, services.Keys);
        if (!caller.IsOk)
            return Result<Caller.Partner>.Failed(caller.Errors);
        if (caller.Value is not Caller.Partner { Config.Inbound: not null } partner || (string?)context.Request.RouteValues["orgnr"] != partner.Tenant.Organization.Orgnr)
            return AuthErrors.Foreign.At();
        if (partner.Gate.TryEnter(out var wait))
            return partner;
        Problem.Hints(context.Response, StatusCodes.Status429TooManyRequests, wait);
        return IntakeErrors.TooFast.At();
    }

    private static async Task<Result<ReadOnlyMemory<byte>>> BodyAsync(HttpRequest request)
    {
        // Without parameters there may be no body, and then no type either.
        var (type, _) = MediaTypes.Split(request.ContentType);
        if (type.Length > 0 && type != Form)
            return VkpReadErrors.BadFormat.At("Content-Type", "The body is a form: application/x-www-form-urlencoded");
        var body = await RequestBody.ReadAsync(request, LargestForm, InboundMode.Strict);
        if (!body.IsOk)
            return body.Errors[0].Code == IntakeErrors.EmptyBody.Code ? ReadOnlyMemory<byte>.Empty : VkpReadErrors.BadFormat.At(null, body.Errors[0].Text);
        return type.Length > 0 ? body : VkpReadErrors.BadFormat.At("Content-Type", "The body is a form: application/x-www-form-urlencoded");
    }

    // Before anybody is asked: a look that cannot be recorded is not taken. The patient stands there by keyed hash.
    private Task RecordAsync(HttpContext context, VkpQuestion question, LookupKind kind)
    {
        var tenant = question.Partner.Tenant;
        var patient = question.Patient(question.Form.ContainsKey("identifier") ? "identifier" : "patient.identifier", required: false);
        var target = patient is { IsOk: true, Value: { } id } ? $"patient {services.Vault.PatientKey(tenant.Name, id):N}" : "everybody";
        return services.Store.AppendAsync(
            new AuditEntry(services.Time.GetUtcNow(), question.Partner.Name, $"lookup.{kind.ToString().ToLowerInvariant()}", tenant.Name, target, $"{context.Request.RouteValues["orgnr"]}: {string.Join(',', question.Services)}"),
            context.RequestAborted);
    }

    private static Task RefuseAsync(HttpResponse response, IReadOnlyList<HubError> errors)
    {
        // VKP answers 400 to every question that it does not answer, and its clients read nothing else as an error of theirs.
        return WriteAsync(response, StatusCodes.Status400BadRequest, new OperationOutcome { Issue = errors.Select(e => VkpOutcome.Issue(e)).ToFhirList() });
    }

    private static async Task WriteAsync(HttpResponse response, int status, Resource resource)
    {
        var body = FhirJson.ToBytes(resource);
        response.StatusCode = status;
        response.ContentType = MediaTypes.FhirJson;
        response.Headers.CacheControl = "no-store";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, response.HttpContext.RequestAborted);
    }
}
