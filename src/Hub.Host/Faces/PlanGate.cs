using Hub.Adapters.Plans;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Registers;
using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Security;

namespace Hub.Host.Faces;

/// <summary>Lets partners at the shared plans of their own tenant, and writes every look in the audit log before it is answered.</summary>
/// <param name="services">What it uses.</param>
internal sealed class PlanGate(HubServices services)
{
    /// <summary>Finds out who calls.</summary>
    /// <param name="context">The request; its route names the tenant.</param>
    /// <returns>The caller, or why there is none.</returns>
    public Result<PlanCaller> Enter(HttpContext context)
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

        if (inbound.Content is { } kinds && !kinds.Contains(ContentKind.Plan))
            return AuthErrors.KindNotAllowed.At();
        return partner.Tenant.Partners.Values.Any(p => p.Adapter == PlansAdapter.AdapterName)
            ? new PlanCaller(partner.Tenant, partner.Config.Name, caller.Value.Name)
            : PlanErrors.NoRegister.At();
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
        var target = $"patient:{services.Vault.PatientKey(caller.Tenant.Name, patient):N} {interaction}";
        await services.Store.AppendAsync(new AuditEntry(services.Time.GetUtcNow(), caller.Who, writes ? "plan.write" : "plan.look", caller.Tenant.Name, target, null), cancel);
        return null;
    }

    /// <summary>The register of a tenant's plans.</summary>
    /// <param name="caller">Who asks.</param>
    /// <returns>The register.</returns>
    public PlanRegister Register(PlanCaller caller) => new(RegistersOf(caller), caller.Tenant.Name, services.Time);

    private HubRegisters RegistersOf(PlanCaller caller) => services.Context(caller.Tenant).Registers!;
}
