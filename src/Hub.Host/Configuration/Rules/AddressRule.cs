using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Host.Configuration.Rules;

/// <summary>Addresses hold no credentials, and are encrypted unless they stay on this machine or the tenant is a test tenant.</summary>
internal sealed class AddressRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        foreach (var partner in tenant.Config.Partners.Values)
        {
            foreach (var (address, path) in new[] { (partner.Url, "url"), (partner.Auth?.TokenUrl, "auth.tokenUrl"), (partner.Auth?.HelseId?.Issuer, "auth.issuer") })
            {
                if (address is null)
                    continue;
                if (address.UserInfo.Length > 0 && address.Scheme != "mailto")
                    yield return tenant.Error(ConfigErrors.SecretInFile, $"partners.{partner.Name}.{path}", "An address must not hold a user name or password");
                if (address.Scheme == "http" && !address.IsLoopback && tenant.Config.Environment == TenantEnvironment.Production)
                    yield return tenant.Error(ConfigErrors.BadValue, $"partners.{partner.Name}.{path}", "Patient data goes over https only");
            }
        }
    }
}
