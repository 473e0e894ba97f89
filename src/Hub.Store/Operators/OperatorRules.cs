using Hub.Core.Deliveries;
using Hub.Core.Errors;

namespace Hub.Store.Operators;

/// <summary>Which acts are allowed on a delivery in which state. Pure.</summary>
internal static class OperatorRules
{
    /// <summary>The same bytes again: also for what has arrived, since the receiver can tell a repeat by its key.</summary>
    public static HubError? Redeliver(DeliveryState state) => state switch
    {
        DeliveryState.DeadLettered or DeliveryState.Held or DeliveryState.Delivered => null,
        DeliveryState.Discarded => OperatorErrors.Discarded.At(),
        _ => OperatorErrors.UnderWay.At(),
    };

    /// <summary>New bytes under a new key: not for what has arrived, since the receiver would have it twice.</summary>
    public static HubError? Remap(DeliveryState state) => state == DeliveryState.Delivered ? OperatorErrors.Arrived.At() : Redeliver(state);

    /// <summary>What waits to be sent: what is out already cannot be held.</summary>
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
    public static HubError? Release(DeliveryState state) => state == DeliveryState.Held ? null : OperatorErrors.NotHeld.At();

    /// <summary>Anything that has not come to its end.</summary>
    public static HubError? Discard(DeliveryState state) => state switch
    {
        DeliveryState.Delivered => OperatorErrors.Arrived.At(),
        DeliveryState.Discarded => OperatorErrors.Discarded.At(),
        _ => null,
    };
}
