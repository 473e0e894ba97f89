using Hub.Core.Storage;

namespace Hub.Core.Adapters;

/// <summary>A part of the hub that stands among the partners of a tenant: shared plans, handovers. Contents are routed to it as to any receiver, it keeps them in the registers, and what it has to tell goes through the intake with it as the source.
/// Its partner says <c>inbound: { auth: hub }</c>: nobody from outside can send as it.</summary>
public interface IRegisterAdapter : IInboundAdapter, IOutboundAdapter
{
    /// <summary>The kind of its entries whose due time the hub watches (see <see cref="RecordKinds"/>).</summary>
    string RecordKind { get; }

    /// <summary>Does what is due for an entry. Called by one node at a time for an entry; called again a minute later until the entry is no longer due.</summary>
    /// <param name="due">The entry's latest version, claimed by the caller: its due time is the end of the claim.</param>
    /// <param name="partner">The partner that stands for this adapter in the entry's tenant.</param>
    /// <param name="context">What it may use.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When done.</returns>
    Task DueAsync(StoredRecord due, Tenants.PartnerConfig partner, SenderContext context, CancellationToken cancel);
}
