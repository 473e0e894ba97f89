using Hub.Core.Tenants;

namespace Hub.Core.Adapters;

/// <summary>Opens the way to an outside system.</summary>
public interface IOutboundAdapter : IAdapter
{
    /// <summary>Whether the partner can be sent to as configured; by default when it has an address.</summary>
    /// <param name="partner">The partner.</param>
    /// <returns>True when a sender can be opened.</returns>
    bool Reaches(PartnerConfig partner) => partner.Url is not null;

    /// <summary>Opens a sender for one partner. Called once per partner and configuration; the sender is disposed when the partner changes.</summary>
    /// <param name="partner">The partner; one that <see cref="Reaches"/>.</param>
    /// <param name="context">What the sender may use.</param>
    /// <returns>The sender.</returns>
    ISender Open(PartnerConfig partner, SenderContext context);
}

/// <summary>What a sender may use of its surroundings.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Secrets">Secrets.</param>
/// <param name="Tenant">The tenant as configured.</param>
public sealed record SenderContext(TimeProvider Time, ISecretReader Secrets, TenantConfig Tenant)
{
    /// <summary>The hub's registers; null only where there is no hub around (a trial of a sender, a test).</summary>
    public Registers.HubRegisters? Registers { get; init; }

    /// <summary>Asks other partners; null only where there is no hub around.</summary>
    public Lookups.ILookups? Lookups { get; init; }

    /// <summary>Hears what time it is at partners; null where nobody wants to know.</summary>
    public IPartnerClocks? Clocks { get; init; }
}
