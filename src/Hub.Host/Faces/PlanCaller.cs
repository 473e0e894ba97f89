using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Core.Tenants;
using Hub.Host.Reading;

namespace Hub.Host.Faces;

/// <summary>Who reads or writes shared plans: a partner with a key, or somebody with an access token.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Origin">Whose version it becomes: the partner; for people and systems with a token their organisation, which is no partner, so that every partner is told.</param>
/// <param name="Who">In the audit log; no national id.</param>
internal sealed record PlanCaller(TenantConfig Tenant, string Origin, string Who)
{
    /// <summary>What the access token says; null for a partner with a key.</summary>
    public Reader? Reader { get; init; }

    /// <summary>Who writes, where the token says it; null = the request says.</summary>
    public Party? Author => Reader?.Token.Hpr is { } hpr ? new Party(PartyRole.Practitioner, new Identifier(IdentifierSystems.Hpr, hpr)) : null;
}
