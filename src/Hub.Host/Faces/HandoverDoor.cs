using Hub.Adapters.Handovers;
using Hub.Core.Errors;
using Hub.Core.Registers;
using Hub.Core.Tenants;
using Hub.Host.Composition;
using Hub.Host.Faces.Operators;
using Hub.Host.Security;

namespace Hub.Host.Faces;

/// <summary>Who asks about handovers, and for which party.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Tenant">The tenant addressed.</param>
/// <param name="Party">Party that the caller speaks for; empty for operators, who look and do nothing else.</param>
/// <param name="Register">The handovers.</param>
internal sealed record HandoverDoor(Caller Caller, TenantConfig Tenant, string Party, HandoverRegister Register)
{
    /// <summary>Lets a caller in: a partner of the tenant that speaks for a party, or an operator where operators may.</summary>
    /// <param name="context">The request.</param>
    /// <param name="services">What it uses.</param>
    /// <param name="operators">Whether operators may.</param>
    /// <returns>The way in, or why not. An unknown tenant answers as a foreign one.</returns>
    public static async Task<Result<HandoverDoor>> OpenAsync(HttpContext context, HubServices services, bool operators = false)
    {
        var name = (string?)context.Request.RouteValues["tenant"] ?? "";
        var caller = await OperatorCredentials.ReadAsync(context.Request, services);
        if (!caller.IsOk)
            return Result<HandoverDoor>.Failed(caller.Errors);
        TenantConfig tenant;
        var party = "";
        switch (caller.Value)
        {
            case Caller.Partner partner when partner.Tenant.Name == name:
                if (!partner.Gate.TryEnter(out var wait))
                {
                    Problem.Hints(context.Response, StatusCodes.Status429TooManyRequests, wait);
                    return IntakeErrors.TooFast.At();
                }

                tenant = partner.Tenant;
                if (tenant.Parties.Values.FirstOrDefault(p => p.Partners.Contains(partner.Config.Name)) is not { } own)
                    return HandoverErrors.NoParty.At();
                party = own.Name;
                break;
            case Caller.Operator person when operators && person.Role.May(Need.View) && person.Scope.Reaches(name) && services.Snapshots.Current.Tenant(name) is { } addressed:
                tenant = addressed;
                break;
            default:
                return AuthErrors.Foreign.At();
        }

        if (!tenant.Partners.Values.Any(p => p.Adapter == HandoverAdapter.AdapterName))
            return HandoverErrors.NotKept.At();
        return new HandoverDoor(caller.Value, tenant, party, new HandoverRegister(new HubRegisters(services.Store, services.Vault, services.Intake), services.Time));
    }

    /// <summary>Whether a party sees a handover: giver, receiver, and operators.</summary>
    /// <param name="state">The handover.</param>
    /// <param name="party">The party; empty for operators.</param>
    /// <returns>True when it does.</returns>
    public static bool MaySee(HandoverState state, string party) => party.Length == 0 || state.From == party || state.To == party;
}
