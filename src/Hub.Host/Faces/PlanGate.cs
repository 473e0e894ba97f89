using Hub.Adapters.Plans;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Registers;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Host.Composition;
using Hub.Host.Reading;
using Hub.Host.Security;

namespace Hub.Host.Faces;

/// <summary>Lets people and systems at the shared plans of a tenant: with an access token as the tenant's access rules say, with a partner's key as far as its routes go. Every look and change stands in the audit log before it is answered.</summary>
/// <param name="services">What it uses.</param>
internal sealed class PlanGate(HubServices services)
{
    private readonly PlanRouteAccess _routes = new(services);

    /// <summary>Finds out who calls.</summary>
    /// <param name="context">The request; its route names the tenant.</param>
    /// <param name="resource">Resource type that is asked for.</param>
    /// <param name="right">c, r, u or s, as in SMART scopes.</param>
    /// <returns>The caller, or why there is none.</returns>
    public async ValueTask<Result<PlanCaller>> EnterAsync(HttpContext context, string resource, char right)
    {
        var caller = IsKey(context.Request) ? Partner(context) : await ReaderAsync(context, resource, right);
        return caller.IsOk && PlanRouteAccess.RegisterOf(caller.Value.Tenant) is null ? PlanErrors.NoRegister.At() : caller;
    }

    /// <summary>Decides whether a caller may see or change a patient's plans, and writes it in the audit log.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="interaction">What is done: <c>CarePlan/_search</c> ...</param>
    /// <param name="writes">True when something is changed.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Why not; null when they may.</returns>
    public async Task<HubError?> RefusesAsync(PlanCaller caller, Identifier patient, string interaction, bool writes, CancellationToken cancel)
    {
        if (caller.Reader is { } reader)
        {
            var look = await services.Gate.LookAsync(reader, new LookRequest(interaction, patient, [ContentKind.Plan]) { Writes = writes }, cancel);
            if (!look.IsOk)
                return look.Errors[0];
            await look.Value.Recorded;
            return null;
        }

        var key = services.Vault.PatientKey(caller.Tenant.Name, patient);
        var refusal = await _routes.RefusesAsync(caller.Tenant, caller.Origin, key, writes, cancel);
        var action = refusal is not null ? "fhir.refused" : writes ? "plan.write" : "fhir.look";
        var entry = new AuditEntry(services.Time.GetUtcNow(), caller.Who, action, caller.Tenant.Name, LookWords.Target(key, interaction, [ContentKind.Plan]), refusal?.Code);
        await services.Store.AppendAsync(entry, cancel);
        return refusal;
    }

    /// <summary>The register of a tenant's plans.</summary>
    /// <param name="caller">Who asks.</param>
    /// <returns>The register.</returns>
    public PlanRegister Register(PlanCaller caller) => new(services.Context(caller.Tenant).Registers!, caller.Tenant.Name, services.Time);

    private async ValueTask<Result<PlanCaller>> ReaderAsync(HttpContext context, string resource, char right)
    {
        var reader = await services.Gate.EnterAsync(context, resource, right);
        if (!reader.IsOk)
            return Result<PlanCaller>.Failed(reader.Errors);
        var party = reader.Value.Party.Name;
        return new PlanCaller(reader.Value.Tenant, $"party:{party}", $"{party}/{reader.Value.Name}") { Reader = reader.Value };
    }

    private Result<PlanCaller> Partner(HttpContext context)
    {
        var caller = Credentials.Read(context.Request, services.Keys);
        if (!caller.IsOk)
            return Result<PlanCaller>.Failed(caller.Errors);
        // An unknown tenant answers as a foreign one: nobody learns by asking who else is here.
        if (caller.Value is not Caller.Partner { Config.Inbound: { } inbound } partner || (string?)context.Request.RouteValues["tenant"] != partner.Tenant.Name)
            return AuthErrors.Foreign.At();
        if (!partner.Gate.TryEnter(out var wait))
        {
            Problem.Hints(context.Response, StatusCodes.Status429TooManyRequests, wait);
            return IntakeErrors.TooFast.At();
        }

        return inbound.Content is { } kinds && !kinds.Contains(ContentKind.Plan)
            ? AuthErrors.KindNotAllowed.At()
            : new PlanCaller(partner.Tenant, partner.Config.Name, caller.Value.Name);
    }

    private static bool IsKey(HttpRequest request) =>
        request.Headers["X-Api-Key"].Count > 0 || (request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && ApiKey.IsKey(header.AsSpan(7).Trim()));
}

/// <summary>How far a partner's routes let it at shared plans: it may change what it may send to the register, and see what it is told or may change, each as the routes' conditions say for this patient.</summary>
/// <param name="services">Consents and responsibility.</param>
internal sealed class PlanRouteAccess(HubServices services)
{
    /// <summary>The partner that stands for the register.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <returns>Its name; null when the tenant shares no plans.</returns>
    public static string? RegisterOf(TenantConfig tenant) =>
        tenant.Partners.Values.Where(p => p.Adapter == PlansAdapter.AdapterName).Select(p => p.Name).Min(StringComparer.Ordinal);

    /// <summary>Whether the routes keep a partner out.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="patient">Keyed hash of the patient.</param>
    /// <param name="writes">True when something is changed.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Why; null when some route lets it.</returns>
    public async Task<HubError?> RefusesAsync(TenantConfig tenant, string partner, Guid patient, bool writes, CancellationToken cancel)
    {
        var register = RegisterOf(tenant)!;
        var routes = tenant.Routes.Where(r => r.Enabled && r.Content == ContentKind.Plan && (Brings(r, partner, register) || (!writes && Brings(r, register, partner)))).ToArray();
        if (routes.Length == 0)
            return AuthErrors.KindNotAllowed.At(detail: "No route shares plans with this partner");
        var granted = routes.Any(r => r.Requires.Count > 0) ? await services.Store.GrantedAsync(tenant.Name, patient, cancel) : null;
        var consented = routes.Where(r => r.Requires.All(p => granted is not null && granted.Contains(p))).ToArray();
        if (consented.Length == 0)
            return ReadErrors.NoConsent.At();
        if (consented.Any(r => r.When.Responsible is null))
            return null;
        var registered = await new ResponsibilityRegister(services.Store, services.Vault).OfAsync(tenant.Name, patient, cancel);
        if (!registered.IsOk)
            return registered.Errors[0];
        var responsible = registered.Value?.At(services.Time.GetUtcNow()) ?? Responsibility.Self;
        return consented.Any(r => r.When.Responsible!.Contains(responsible)) ? null : ReadErrors.NotResponsible.At();
    }

    private static bool Brings(RouteConfig route, string from, string to) => route.To == to && (route.From.Count == 0 || route.From.Contains(from));
}
