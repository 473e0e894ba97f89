using Hub.Core.Errors;

namespace Hub.Host.Configuration.Rules;

/// <summary>Every rule for tenant files. All are asked; none stops the others.</summary>
internal static class TenantRules
{
    /// <summary>The rules.</summary>
    public static readonly IReadOnlyList<ITenantRule> All =
    [
        new TenantNameRule(),
        new TenantUniqueRule(),
        new OrgnrRule(),
        new PartnerNameRule(),
        new PartyRule(),
        new HandoverRule(),
        new AccessPartyRule(),
        new AdapterRule(),
        new AdapterDirectionRule(),
        new AdapterOptionRule(),
        new AdapterCheckRule(),
        new AddressRule(),
        new InboundKeyRule(),
        new InboundKeyUniqueRule(),
        new ConnectionRule(),
        new SecretRule(),
        new HelseIdRule(),
        new BreakerRule(),
        new RouteNameRule(),
        new RoutePartnerRule(),
        new RouteSourceRule(),
        new RouteTargetRule(),
        new RouteMappingRule(),
        new RouteCategoryRule(),
    ];

    /// <summary>Asks every rule about every tenant.</summary>
    /// <param name="context">The tenants and their surroundings.</param>
    /// <returns>Every breach, tenant by tenant.</returns>
    public static IEnumerable<HubError> Check(RuleContext context) =>
        context.Tenants.SelectMany(tenant => All.SelectMany(rule => rule.Check(tenant, context))).Distinct();
}
