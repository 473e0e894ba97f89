using System.Text.Json;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Host.Errors;
using Hub.Host.Faces.Operators;
using Hub.Host.Security;

namespace Hub.Host.Faces;

/// <summary>The consent register: <c>PUT /tenants/{tenant}/consents</c> and <c>POST /tenants/{tenant}/consents/_search</c>. The patient stands in the body, never in an address.</summary>
internal static class ConsentFace
{
    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        routes.MapPut("/tenants/{tenant}/consents", (RequestDelegate)(context => SetAsync(context, services))).WithMetadata(OperatorDocs.ConsentSet);
        routes.MapPost("/tenants/{tenant}/consents/_search", (RequestDelegate)(context => SearchAsync(context, services))).WithMetadata(OperatorDocs.ConsentSearch);
    }

    private static async Task SetAsync(HttpContext context, HubServices services)
    {
        var admitted = await AdmitAsync(context, Need.Act, services);
        var body = admitted.IsOk ? await JsonBody.ReadAsync(context.Request, "patient", "purpose", "granted") : Result<JsonElement>.Failed(admitted.Errors);
        if (!body.IsOk)
        {
            await Problem.WriteAsync(context.Response, body.Errors);
            return;
        }

        var (caller, tenant) = admitted.Value;
        var errors = new List<HubError>();
        var patient = Patient(body.Value, tenant, errors);
        var purpose = JsonBody.Required(body.Value, "purpose", 100, errors);
        if (purpose.Length > 0 && !PurposeText.IsPurpose(purpose))
            errors.Add(HttpErrors.BadParameter.At("$.purpose", PurposeText.Rule));
        var granted = body.Value.TryGetProperty("granted", out var flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False;
        if (!granted)
            errors.Add(IntakeErrors.Missing.At("$.granted", "'granted' must be true or false"));
        if (errors.Count > 0)
        {
            await Problem.WriteAsync(context.Response, errors);
            return;
        }

        var now = services.Time.GetUtcNow();
        var change = new ConsentChange(tenant.Name, services.Vault.PatientKey(tenant.Name, patient!), purpose, flag.GetBoolean(), now, caller.Name);
        await services.Store.SetAsync(change, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task SearchAsync(HttpContext context, HubServices services)
    {
        var admitted = await AdmitAsync(context, Need.View, services);
        var body = admitted.IsOk ? await JsonBody.ReadAsync(context.Request, "patient") : Result<JsonElement>.Failed(admitted.Errors);
        if (!body.IsOk)
        {
            await Problem.WriteAsync(context.Response, body.Errors);
            return;
        }

        var (caller, tenant) = admitted.Value;
        var errors = new List<HubError>();
        if (Patient(body.Value, tenant, errors) is not { } patient)
        {
            await Problem.WriteAsync(context.Response, errors);
            return;
        }

        var granted = await services.Store.GrantedAsync(tenant.Name, services.Vault.PatientKey(tenant.Name, patient), context.RequestAborted);
        await services.Store.AppendAsync(new AuditEntry(services.Time.GetUtcNow(), caller.Name, "consent.search", tenant.Name, null, null), context.RequestAborted);
        await JsonAnswer.WriteAsync(context.Response, StatusCodes.Status200OK, MediaTypes.Json, granted, static (json, purposes) =>
        {
            json.WriteStartObject();
            json.WriteStartArray("granted");
            foreach (var purpose in purposes.Order(StringComparer.Ordinal))
                json.WriteStringValue(purpose);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    // An operator or administrator (a viewer to look), or a partner of this very tenant that the file allows it to.
    private static async Task<Result<(Caller Caller, TenantConfig Tenant)>> AdmitAsync(HttpContext context, Need need, HubServices services)
    {
        var name = (string?)context.Request.RouteValues["tenant"] ?? "";
        var caller = await OperatorCredentials.ReadAsync(context.Request, services);
        if (!caller.IsOk)
            return Result<(Caller, TenantConfig)>.Failed(caller.Errors);
        return caller.Value switch
        {
            Caller.Partner { Config.Inbound.Consents: true } partner when partner.Tenant.Name == name => (caller.Value, partner.Tenant),
            Caller.Operator person when !person.Role.May(need) => AuthErrors.NotOfRole.At(),
            Caller.Operator person => person.Scope.Reaches(name) && services.Snapshots.Current.Tenant(name) is { } tenant ? (caller.Value, tenant) : AuthErrors.UnknownTenant.At(),
            _ => AuthErrors.Foreign.At(),
        };
    }

    private static Identifier? Patient(JsonElement body, TenantConfig tenant, List<HubError> errors)
    {
        var text = JsonBody.Required(body, "patient", 32, errors);
        return text.Length == 0 ? null : PatientText.Read(text, tenant, errors);
    }
}
