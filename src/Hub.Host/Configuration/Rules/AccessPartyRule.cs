using Hub.Core.Errors;

namespace Hub.Host.Configuration.Rules;

/// <summary>Access is given to parties that the file names.</summary>
internal sealed class AccessPartyRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        for (var i = 0; i < tenant.Config.Access.Count; i++)
        {
            var party = tenant.Config.Access[i].Party;
            if (party.Length > 0 && !tenant.Config.Parties.ContainsKey(party))
                yield return tenant.Error(ConfigErrors.BadValue, $"access[{i}].party", $"This tenant has no party '{party}'; known are {string.Join(", ", tenant.Config.Parties.Keys)}");
        }
    }
}
