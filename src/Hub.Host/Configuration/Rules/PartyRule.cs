using Hub.Core.Errors;
using Hub.Core.Registers;

namespace Hub.Host.Configuration.Rules;

/// <summary>Every party has an organisation of its own, and speaks through partners that exist, each for one party.</summary>
internal sealed class PartyRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        for (var i = 0; i < tenant.Config.Routes.Count; i++)
        {
            foreach (var unknown in (tenant.Config.Routes[i].When.Responsible ?? new HashSet<string>()).Where(p => !tenant.Config.Parties.ContainsKey(p)).Order(StringComparer.Ordinal))
                yield return tenant.Error(ConfigErrors.UnknownPartner, $"{tenant.RoutePaths[i]}.when.responsible", $"This tenant has no party '{unknown}'");
        }

        var spokesmen = new HashSet<string>(StringComparer.Ordinal);
        var organisations = new HashSet<string>(StringComparer.Ordinal);
        foreach (var party in tenant.Config.Parties.Values)
        {
            var path = $"parties.{party.Name}";
            if (!organisations.Add(party.Orgnr))
                yield return tenant.Error(ConfigErrors.NotUnique, party.Name == Responsibility.Self ? "organization.orgnr" : $"{path}.orgnr", $"Two parties have the organisation number of '{party.Name}'");
            foreach (var partner in party.Partners)
            {
                if (!tenant.Config.Partners.ContainsKey(partner))
                    yield return tenant.Error(ConfigErrors.UnknownPartner, $"{path}.partners", $"This tenant has no partner '{partner}'");
                else if (!spokesmen.Add(partner))
                    yield return tenant.Error(ConfigErrors.NotUnique, $"{path}.partners", $"The partner '{partner}' speaks for two parties");
            }
        }
    }
}
