using Hub.Core.Errors;

namespace Hub.Core.Deliveries;

/// <summary>Which acts are allowed on a delivery in which state. Pure.</summary>
public static class OperatorRules
{
    /// <summary>The same bytes again: also for what has arrived, since the receiver can tell a repeat by its key.</summary>
    /// <param name="state">Where it stands.</param>
    /// <returns>Why not; null when it is allowed.</returns>
    public static HubError? Redeliver(DeliveryState state) => state switch
    {
        DeliveryState.DeadLettered or DeliveryState.Held or DeliveryState.Delivered => null,
        DeliveryState.Discarded => OperatorErrors.Discarded.At(),
        _ => OperatorErrors.UnderWay.At(),
    };

    /// <summary>New bytes under a new key: not for what has arrived, since the receiver would have it twice.</summary>
    /// <param name="state">Where it stands.</param>
    /// <returns>Why not; null when it is allowed.</returns>
    public static HubError? Remap(DeliveryState state) => state == DeliveryState.Delivered ? OperatorErrors.Arrived.At() : Redeliver(state);

    /// <summary>Other bytes under a new key: what has arrived is not sent in another form, and what is out may still arrive.</summary>
    /// <param name="state">Where it stands.</param>
    /// <returns>Why not; null when it is allowed.</returns>
    public static HubError? Amend(DeliveryState state) => Remap(state);

    /// <summary>What waits to be sent: what is out already cannot be held.</summary>
    /// <param name="state">Where it stands.</param>
    /// <returns>Why not; null when it is allowed.</returns>
    public static HubError? Park(DeliveryState state) => state switch
    {
        DeliveryState.Pending => null,
        DeliveryState.Held => OperatorErrors.Held.At(),
        DeliveryState.AwaitingReceipt => OperatorErrors.UnderWay.At(),
        DeliveryState.Delivered => OperatorErrors.Arrived.At(),
        DeliveryState.Discarded => OperatorErrors.Discarded.At(),
        _ => OperatorErrors.Ended.At(),
    };

    /// <summary>What is held.</summary>
    /// <param name="state">Where it stands.</param>
    /// <returns>Why not; null when it is allowed.</returns>
    public static HubError? Release(DeliveryState state) => state == DeliveryState.Held ? null : OperatorErrors.NotHeld.At();

    /// <summary>Anything that has not come to its end.</summary>
    /// <param name="state">Where it stands.</param>
    /// <returns>Why not; null when it is allowed.</returns>
    public static HubError? Discard(DeliveryState state) => state switch
    {
        DeliveryState.Delivered => OperatorErrors.Arrived.At(),
        DeliveryState.Discarded => OperatorErrors.Discarded.At(),
        _ => null,
    };
}
