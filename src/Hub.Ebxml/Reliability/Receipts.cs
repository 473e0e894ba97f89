using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Reliability;

/// <summary>Takes the receipts of others into the record of sent messages.</summary>
public static class Receipts
{
    /// <summary>Finds the message a receipt is about, decides, and stores the new state; decides again when somebody else changed it meanwhile.</summary>
    /// <param name="record">The record.</param>
    /// <param name="fromHer">HER-id the receipt came from; null when it had none.</param>
    /// <param name="signal">The receipt.</param>
    /// <param name="schedule">When messages are sent again.</param>
    /// <param name="policy">How receipts are judged.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The step taken. A failure when the receipt is for no message of ours, or is neither Acknowledgment nor ErrorList.</returns>
    public static async Task<Outcome<OutgoingStep>> TakeAsync(
        IExchangeRecord record, int? fromHer, TakeSignal signal, ResendSchedule schedule, AckPolicy policy, DateTimeOffset now, CancellationToken cancellation)
    {
        OutgoingEvent? happened = signal.Body switch
        {
            AcknowledgmentBody acknowledgment => new AcknowledgmentCame(fromHer, acknowledgment),
            ErrorListBody errors => new ErrorListCame(fromHer, errors),
            _ => null,
        };
        while (happened is not null && signal.RefToMessageId is { } id)
        {
            if (await record.FindSentAsync(id, cancellation).ConfigureAwait(false) is not { } seen)
                break;
            var step = Outgoing.Decide(seen, happened, schedule, policy, now);
            if (step.State == seen || await record.SaveSentAsync(step.State, seen.Version, cancellation).ConfigureAwait(false))
                return step;
        }
        return new Failure(ReliabilityCodes.UnknownMessage, "The receipt is for no message that was sent.", signal.RefToMessageId);
    }
}
