using Hub.Core.Tenants;

namespace Hub.Core.Adapters;

/// <summary>Opens the way to an outside system.</summary>
public interface IOutboundAdapter : IAdapter
{
    /// <summary>Opens a sender for one partner. Called once per partner and configuration; the sender is disposed when the partner changes.</summary>
    /// <param name="partner">The partner; its <see cref="PartnerConfig.Url"/> is set.</param>
    /// <param name="context">What the sender may use.</param>
    /// <returns>The sender.</returns>
    ISender Open(PartnerConfig partner, SenderContext context);
}

/// <summary>What a sender may use of its surroundings.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Secrets">Secrets.</param>
public sealed record SenderContext(TimeProvider Time, ISecretReader Secrets);
