using Hub.Core.Errors;

namespace Hub.Host.Configuration.Rules;

/// <summary>Two tenants share neither name nor organisation number: the faces find the tenant by them.</summary>
internal sealed class TenantUniqueRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        var before = context.Tenants.TakeWhile(t => !ReferenceEquals(t, tenant)).ToList();
        if (before.Find(t => t.Config.Name == tenant.Config.Name) is { } sameName)
            yield return tenant.Error(ConfigErrors.NotUnique, "tenant", $"The tenant '{tenant.Config.Name}' is also in {sameName.File}");
        if (tenant.Config.Organization.Orgnr.Length > 0 && before.Find(t => t.Config.Organization.Orgnr == tenant.Config.Organization.Orgnr) is { } sameOrgnr)
            yield return tenant.Error(ConfigErrors.NotUnique, "organization.orgnr", $"The organisation number is also in {sameOrgnr.File}");
    }
}
