using Hub.Adapters.Profil.Exchange;
using Hub.Adapters.Profil.Reading;
using Hub.Adapters.Profil.Sending;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Adapters.Profil;

/// <summary>A Profil-like journal: files what happens at home, answers who somebody is, who has a service and which plan is in force, and tells of changes. The interface is modelled; see the README beside this file.</summary>
public sealed class ProfilAdapter : IInboundAdapter, IOutboundAdapter, ILookupAdapter
{
    private static readonly HashSet<LookupKind> Kinds = [LookupKind.Personalia, LookupKind.Enrolled, LookupKind.Plans];

    /// <inheritdoc/>
    public string Name => "profil";

    /// <inheritdoc/>
    public IReadOnlyList<string> Options => ProfilOptions.Names;

    /// <inheritdoc/>
    public IEnumerable<HubError> Check(PartnerConfig partner, TenantConfig tenant, ISecretReader? secrets)
    {
        foreach (var error in ProfilOptions.Read(partner).Errors)
            yield return error;
        if (partner.Url is not null && partner.Auth is not { Kind: OutboundAuthKind.ClientCredentials, ClientId.Length: > 0 })
            yield return ConfigErrors.BadValue.At("auth", "A Profil-like journal opens sessions for a client: set auth with kind clientCredentials, clientId and secret");
    }

    /// <inheritdoc/>
    public ParsedMessage Parse(InboundMessage input) => NoticeReader.Read(input);

    /// <inheritdoc/>
    public ISender Open(PartnerConfig partner, SenderContext context) => new ProfilSender(new ProfilConnection(partner, context), context);

    /// <inheritdoc/>
    public IReadOnlySet<LookupKind> Answers(PartnerConfig partner) => partner.Url is null ? new HashSet<LookupKind>() : Kinds;

    /// <inheritdoc/>
    public ILookup OpenLookup(PartnerConfig partner, SenderContext context) => new ProfilLookup(new ProfilConnection(partner, context), context.Tenant.Environment);
}
