using Hub.Core.Errors;

namespace Hub.Host.Configuration.Rules;

/// <summary>Secrets can be read where their references point (when the check runs where they are).</summary>
internal sealed class SecretRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        if (context.Secrets is not { } secrets)
            yield break;
        foreach (var partner in tenant.Config.Partners.Values)
        {
            if (partner.Auth is not { } auth || !SecretReader.IsReference(auth.Secret))
                continue;
            foreach (var error in secrets.Read(auth.Secret).Errors)
                yield return tenant.Error(ConfigErrors.SecretMissing, $"partners.{partner.Name}.auth.secret", error.Text);
        }
    }
}
