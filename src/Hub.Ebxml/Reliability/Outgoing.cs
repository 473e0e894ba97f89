using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Reliability;

/// <summary>Decides what becomes of a sent message. Pure: the same state, event and time give the same step.</summary>
public static class Outgoing
{
    /// <summary>Takes one event.</summary>
    /// <param name="state">The message.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="schedule">When it is sent again.</param>
    /// <param name="policy">How receipts are judged.</param>
    /// <param name="now">The time.</param>
    /// <returns>The new state and what to do.</returns>
    public static OutgoingStep Decide(SentMessage state, OutgoingEvent happened, ResendSchedule schedule, AckPolicy policy, DateTimeOffset now) => happened switch
    {
        Due => OnDue(state, schedule, now),
        HandedOver => OnHandedOver(state, schedule, now),
        HandOverFailed failed => OnHandOverFailed(state, failed.Reason, schedule, now),
        AcknowledgmentCame ack => OnReceipt(state, ack.FromHer, schedule, now, Judge(state, ack.Acknowledgment, policy), SentPhase.Acknowledged),
        ErrorListCame list => OnErrorList(state, list, schedule, now),
        Bounced => Stay(state, schedule, new Failure(ReliabilityCodes.Bounced, "The mail system reports that it could not deliver the message.")),
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
    };

    /// <summary>Judges the references of an Acknowledgment.</summary>
    /// <param name="state">The message sent.</param>
    /// <param name="acknowledgment">The receipt.</param>
    /// <param name="policy">What may be missing.</param>
    /// <returns>Null when it proves the delivery, else the failure.</returns>
    public static Failure? Judge(SentMessage state, AcknowledgmentBody acknowledgment, AckPolicy policy) => Judge(state.Digests, acknowledgment, policy);

    /// <summary>Judges the references of an Acknowledgment.</summary>
    /// <param name="sent">What the sent message's signature covers.</param>
    /// <param name="acknowledgment">The receipt.</param>
    /// <param name="policy">What may be missing.</param>
    /// <returns>Null when it proves the delivery, else the failure.</returns>
    public static Failure? Judge(IReadOnlyList<DigestReference> sent, AcknowledgmentBody acknowledgment, AckPolicy policy)
    {
        var compared = DigestComparison.Of(sent, acknowledgment.References);
        if (!compared.IsConsistent)
        {
            return new(
                ReliabilityCodes.DigestMismatch, "The receipt has other digests than were sent.",
                string.Join(' ', compared.Different.Concat(compared.Extra).Select(Shown)));
        }
        var lacking = policy.Missing switch
        {
            MissingReferences.Refuse => compared.Missing,
            MissingReferences.TolerateAttachments => [.. compared.Missing.Where(uri => uri.Length == 0)],
            _ => [],
        };
        return lacking.Count == 0 ? null : new(ReliabilityCodes.DigestsMissing, "The receipt lacks digests.", string.Join(' ', lacking.Select(Shown)));
    }

    private static OutgoingStep OnDue(SentMessage state, ResendSchedule schedule, DateTimeOffset now)
    {
        if (state.IsFinal)
            return Stay(state, schedule);
        if (now >= schedule.EndOf(state) || (state.TimesSent > schedule.Retries && now >= schedule.DueOf(state)))
        {
            var failure = new Failure(ReliabilityCodes.DeliveryFailure, $"No receipt after {state.TimesSent} sends.", state.MessageId);
            return Final(state with { Phase = SentPhase.Failed, Failure = failure }, OutgoingAction.ReportFailed);
        }
        return now >= schedule.DueOf(state) ? new(state, OutgoingAction.Send, schedule.DueOf(state), []) : Stay(state, schedule);
    }

    private static OutgoingStep OnHandedOver(SentMessage state, ResendSchedule schedule, DateTimeOffset now)
    {
        // A receipt may arrive before the transport has returned.
        var sent = state with { TimesSent = state.TimesSent + 1, LastSent = now, NextTry = now + schedule.Interval, Version = state.Version + 1 };
        return Stay(sent, schedule);
    }

    private static OutgoingStep OnHandOverFailed(SentMessage state, Failure reason, ResendSchedule schedule, DateTimeOffset now)
    {
        if (state.IsFinal)
            return Stay(state, schedule);
        return reason.Retryable
            ? Stay(state with { NextTry = now + schedule.TransportRetry, Version = state.Version + 1 }, schedule)
            : Final(state with { Phase = SentPhase.Failed, Failure = reason }, OutgoingAction.ReportFailed);
    }

    private static OutgoingStep OnErrorList(SentMessage state, ErrorListCame list, ResendSchedule schedule, DateTimeOffset now)
    {
        // A list whose entries are worse than its heading counts as they do.
        var isError = list.Errors.HighestSeverity == ErrorSeverity.Error || list.Errors.Errors.Any(e => e.Severity == ErrorSeverity.Error);
        var failure = isError
            ? new Failure(ReliabilityCodes.Refused, "The receiver answered with " + string.Join(", ", list.Errors.Errors.Select(e => Token(e.Code))) + ".", state.MessageId)
            : null;
        return OnReceipt(state, list.FromHer, schedule, now, failure, SentPhase.Warned);
    }

    private static OutgoingStep OnReceipt(SentMessage state, int? fromHer, ResendSchedule schedule, DateTimeOffset now, Failure? failure, SentPhase good)
    {
        if (fromHer != state.ToHer)
            return Stay(state, schedule, new Failure(ReliabilityCodes.WrongParty, "The receipt is not from the party the message was sent to.", state.MessageId));
        if (!state.IsFinal && failure is null)
            return Final(state with { Phase = good, ReceiptAt = now }, OutgoingAction.ReportDelivered);
        if (!state.IsFinal)
        {
            var phase = failure!.Code == ReliabilityCodes.Refused ? SentPhase.Refused : SentPhase.Failed;
            return Final(state with { Phase = phase, Failure = failure, ReceiptAt = now }, OutgoingAction.ReportFailed);
        }
        if (failure is null && !state.IsDelivered)
        {
            Failure[] remarks = state.Phase == SentPhase.Refused ? [new(ReliabilityCodes.Contradiction, "A good receipt came after an error.", state.MessageId)] : [];
            return new(state with { LateReceiptAt = now, Version = state.Version + 1 }, OutgoingAction.ReportLateDelivery, null, remarks);
        }
        // The stored answer sent again for a resend: said before, nothing new.
        return failure is null || !state.IsDelivered
            ? Stay(state, schedule)
            : Stay(state, schedule, new Failure(ReliabilityCodes.Contradiction, "An error came after a good receipt.", state.MessageId));
    }

    private static OutgoingStep Stay(SentMessage state, ResendSchedule schedule, params Failure[] remarks) =>
        new(state, OutgoingAction.Wait, state.IsFinal ? null : schedule.DueOf(state), remarks);

    private static OutgoingStep Final(SentMessage state, OutgoingAction action) => new(state with { Version = state.Version + 1 }, action, null, []);

    private static string Shown(string uri) => uri.Length == 0 ? "envelope" : uri;

    // What another system wrote in a code is shown only when it looks like one.
    private static string Token(string code) => code.Length <= 40 && code.All(char.IsAsciiLetterOrDigit) ? code : ErrorCodes.Unknown;
}
