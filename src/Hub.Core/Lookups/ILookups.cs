using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Core.Lookups;

/// <summary>Asks partners about a patient, for adapters that must know something of one partner before they can send to another.</summary>
public interface ILookups
{
    /// <summary>Asks one partner.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="partner">Name of the partner.</param>
    /// <param name="query">The question.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What it has, or why it could not answer (an error of <see cref="LookupErrors"/>).</returns>
    Task<Result<LookupAnswer>> AskAsync(TenantConfig tenant, string partner, LookupQuery query, CancellationToken cancel);
}
