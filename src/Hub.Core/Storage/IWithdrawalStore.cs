using Hub.Core.Deliveries;

namespace Hub.Core.Storage;

/// <summary>Tells owners of deliveries what operators held or took out at another node: what an owner has read ahead must not be sent.</summary>
public interface IWithdrawalStore
{
    /// <summary>Deliveries that operators held or took out since, and that still are. An act is found once it is committed, in the order of the audit log, and none is passed over.</summary>
    /// <param name="after">Where the look before ended; null to begin now.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The deliveries, and where to go on.</returns>
    Task<Withdrawals> WithdrawnAsync(long? after, CancellationToken cancel);
}

/// <summary>What operators held or took out.</summary>
/// <param name="Position">Where to go on.</param>
/// <param name="Rows">The deliveries as they are now.</param>
/// <param name="IsMore">Whether there may be more already.</param>
public sealed record Withdrawals(long Position, IReadOnlyList<DeliveryRow> Rows, bool IsMore);
