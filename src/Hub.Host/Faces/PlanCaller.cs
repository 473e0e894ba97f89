using Hub.Core.Content;
using Hub.Core.Tenants;

namespace Hub.Host.Faces;

/// <summary>Who reads or writes shared plans.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Origin">Whose version it becomes.</param>
/// <param name="Who">In the audit log; no national id.</param>
internal sealed record PlanCaller(TenantConfig Tenant, string Origin, string Who)
{
    /// <summary>Who writes, where the credentials say it; null = the request says.</summary>
    public Party? Author { get; init; }
}
