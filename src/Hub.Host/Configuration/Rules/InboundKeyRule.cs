using Hub.Core.Errors;
using Hub.Host.Security;

namespace Hub.Host.Configuration.Rules;

/// <summary>Keys stand as hashes, at most two at a time: the old one and the new one while a key is changed.</summary>
internal sealed class InboundKeyRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        foreach (var partner in tenant.Config.Partners.Values.Where(p => p.Inbound is not null))
        {
            var path = $"partners.{partner.Name}.inbound.keys";
            if (partner.Inbound!.Keys.Count > 2)
                yield return tenant.Error(ConfigErrors.BadValue, path, "At most two keys can be valid at a time");
            foreach (var key in partner.Inbound.Keys)
            {
                if (ApiKey.IsKey(key))
                    yield return tenant.Error(ConfigErrors.SecretInFile, path, "A key must not stand in the file: write its hash, made by 'hub key hash'");
                else if (KeyHash.Parse(key) is null)
                    yield return tenant.Error(ConfigErrors.BadValue, path, "A key hash is 'sha256:' and 64 hexadecimal digits, made by 'hub key new'");
            }
        }
    }
}
