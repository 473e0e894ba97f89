using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Core.Adapters;

/// <summary>Code for one kind of outside system. A type that implements it and has a constructor without parameters is found by itself: adding a system is adding a folder.</summary>
public interface IAdapter
{
    /// <summary>Name in tenant files (<c>adapter: dignio</c>): lower-case letters, digits and hyphens.</summary>
    string Name { get; }

    /// <summary>Names of the settings under <c>options</c> that it understands.</summary>
    IReadOnlyList<string> Options => [];

    /// <summary>Finds what is wrong with a partner beyond what the file's form says: options, keys, certificates, register entries.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="tenant">Its tenant.</param>
    /// <param name="secrets">Reads secrets and files; null when the check runs where they are not.</param>
    /// <returns>Errors whose path is a setting of the partner (<c>options.gzip</c>) or, from the tenant, starts with <c>/</c> (<c>/messaging.signing</c>).</returns>
    IEnumerable<HubError> Check(PartnerConfig partner, TenantConfig tenant, ISecretReader? secrets) => [];

    /// <summary>Finds what a person should look at and what yet keeps the hub from nothing: a certificate that expires, a partner that its register no longer has. <c>hub config check</c> prints it.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="tenant">Its tenant.</param>
    /// <param name="secrets">Reads secrets and files.</param>
    /// <param name="now">The time.</param>
    /// <returns>Remarks with paths as those of <see cref="Check"/>.</returns>
    IEnumerable<HubError> Remarks(PartnerConfig partner, TenantConfig tenant, ISecretReader secrets, DateTimeOffset now) => [];
}
