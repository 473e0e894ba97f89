using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Core.Tenants;

namespace Hub.Host.Configuration.Rules;

/// <summary>One thing that must hold for a tenant file. Looks at one tenant (and at its neighbours where that is the rule), changes nothing, finds every breach.</summary>
internal interface ITenantRule
{
    /// <summary>Finds every breach.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="context">What surrounds it.</param>
    /// <returns>Errors with file, line and path.</returns>
    IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context);
}

/// <summary>What surrounds a tenant.</summary>
/// <param name="Adapters">Adapters of the installation.</param>
/// <param name="Mappings">Mappings of the installation.</param>
/// <param name="Tenants">All tenants, in file name order.</param>
/// <param name="Secrets">Reads secrets; null when the check runs where they are not (another machine).</param>
internal sealed record RuleContext(
    AdapterCatalogue Adapters, MappingCatalogue Mappings, IReadOnlyList<BoundTenant> Tenants, ISecretReader? Secrets)
{
    /// <summary>Connections of hub.yaml by name; null when the check runs where they are not known.</summary>
    public IReadOnlyDictionary<string, ConnectionSettings>? Connections { get; init; }
}
