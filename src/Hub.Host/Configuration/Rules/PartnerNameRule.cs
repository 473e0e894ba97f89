using System.Text.RegularExpressions;
using Hub.Core.Errors;

namespace Hub.Host.Configuration.Rules;

/// <summary>Partner names stand in addresses: lower-case letters, digits and hyphens, at most 40.</summary>
internal sealed partial class PartnerNameRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context) =>
        from name in tenant.Config.Partners.Keys
        where !Form().IsMatch(name)
        select tenant.Error(ConfigErrors.BadValue, $"partners.{name}", "A partner name has lower-case letters, digits and hyphens, at most 40");

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex Form();
}
