using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;

namespace Hub.Host.Actions;

/// <summary>Judges what an action would do to a delivery, or a replay to a message. Looks at nothing but what it is given.</summary>
/// <param name="verb">What is done.</param>
/// <param name="alsoDelivered">Whether what has arrived is sent again as well.</param>
internal sealed class ActionJudge(ActVerb verb, bool alsoDelivered)
{
    // Given up without knowing: the receiver may have it.
    private static readonly string[] InDoubt = [DeliveryErrors.TimedOut.Code, DeliveryErrors.NotAcknowledged.Code, DeliveryErrors.NoReceipt.Code];

    /// <summary>Judges.</summary>
    /// <param name="deliveries">One delivery; for a replay those of the message that are selected.</param>
    /// <param name="isTooOld">Whether the bytes that it needs may be deleted already.</param>
    /// <returns>What would become of it.</returns>
    public ActionVerdict Of(IReadOnlyList<DeliveryHead> deliveries, bool isTooOld)
    {
        var arrived = deliveries.Any(d => d.State == DeliveryState.Delivered);
        if (arrived && Sends && (!alsoDelivered || verb == ActVerb.Remap))
            return ActionVerdict.AlreadyDelivered;
        if (isTooOld && Sends)
            return ActionVerdict.TooOld;
        if (verb == ActVerb.Replay)
            return deliveries.Any(d => d.State is not (DeliveryState.DeadLettered or DeliveryState.Discarded)) ? ActionVerdict.Duplicate : ActionVerdict.Do;
        var delivery = deliveries[0];
        if (Refusal(delivery.State) is not null)
            return ActionVerdict.NotAllowed;
        return verb == ActVerb.Remap && delivery.Attempts > 0 && InDoubt.Contains(delivery.Error) ? ActionVerdict.Duplicate : ActionVerdict.Do;
    }

    private bool Sends => verb is ActVerb.Redeliver or ActVerb.Remap or ActVerb.Replay;

    private HubError? Refusal(DeliveryState state) => verb switch
    {
        ActVerb.Redeliver => OperatorRules.Redeliver(state),
        ActVerb.Remap => OperatorRules.Remap(state),
        ActVerb.Park => OperatorRules.Park(state),
        ActVerb.Release => OperatorRules.Release(state),
        ActVerb.Discard => OperatorRules.Discard(state),
        _ => null,
    };
}

/// <summary>What an action would do.</summary>
internal enum ActionVerdict
{
    /// <summary>It is done.</summary>
    Do,

    /// <summary>It is done, and the receiver may have it twice.</summary>
    Duplicate,

    /// <summary>It is left alone: it has arrived.</summary>
    AlreadyDelivered,

    /// <summary>It is left alone: its bytes may be deleted already.</summary>
    TooOld,

    /// <summary>It is left alone: its state does not allow it.</summary>
    NotAllowed,
}
