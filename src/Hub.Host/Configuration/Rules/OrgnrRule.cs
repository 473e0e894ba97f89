using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Tenants;

namespace Hub.Host.Configuration.Rules;

/// <summary>The organisation number has nine digits and a right check digit. In a test environment the digit is not checked: published test organisations fail it.</summary>
internal sealed class OrgnrRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        var orgnr = tenant.Config.Organization.Orgnr;
        if (orgnr.Length == 0)
            yield break;
        if (orgnr.Length != 9 || !OrganizationNumber.HasForm(orgnr))
            yield return tenant.Error(ConfigErrors.BadOrgnr, "organization.orgnr", "An organisation number has nine digits");
        else if (tenant.Config.Environment == TenantEnvironment.Production && !OrganizationNumber.IsValid(orgnr))
            yield return tenant.Error(ConfigErrors.BadOrgnr, "organization.orgnr", "The check digit of the organisation number is wrong");
    }
}
