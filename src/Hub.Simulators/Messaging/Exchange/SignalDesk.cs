using Hub.Ebxml.Envelope;
using Hub.Ebxml.Reliability;

namespace Hub.Simulators.Messaging;

/// <summary>Takes receipts and other signals about what the counterpart sent.</summary>
internal sealed class SignalDesk(Msh msh, Outbox outbox)
{
    public async Task<InboxAnswer> TakeAsync(Arrival arrival, TakeSignal signal)
    {
        var header = arrival.Message!.Header;
        switch (signal.Body)
        {
            case AcknowledgmentBody acknowledgment:
                await ReceiptAsync(header, acknowledgment.RefToMessageId, new AcknowledgmentCame(header.From.Her, acknowledgment));
                break;
            case ErrorListBody errors:
                msh.Ledger.Count(s => s with { ErrorsReceived = s.ErrorsReceived + 1 });
                await ReceiptAsync(header, signal.RefToMessageId ?? "", new ErrorListCame(header.From.Her, errors));
                break;
            case PongBody:
                msh.Ledger.Count(s => s with { Pongs = s.Pongs + 1 });
                break;
            case StatusResponseBody status:
                msh.Ledger.Status(status.RefToMessageId, status.Status);
                msh.Ledger.Count(s => s with { Statuses = s.Statuses + 1 });
                break;
        }
        return InboxAnswer.Accepted;
    }

    private async Task ReceiptAsync(MessageHeader header, string about, OutgoingEvent happened)
    {
        var forgery = msh.Ledger.FindForgery(about, f => Answered(f, happened));
        if (forgery is { IsAcknowledged: true } && !forgery.Kind.MayBeAcknowledged() && happened is AcknowledgmentCame)
            msh.Ledger.Fault("forgery-accepted", header.MessageId, $"A forged message was acknowledged: {forgery.Kind}.");
        var step = await outbox.TakeAsync(about, happened);
        if (step is null)
        {
            if (forgery is null)
                msh.Ledger.Fault("receipt", header.MessageId, "The receipt is for a message that was never sent.");
            return;
        }
        if (happened is AcknowledgmentCame)
            msh.Ledger.Count(s => s with { AcksReceived = s.AcksReceived + 1 });
        if (step.State.Failure is { Code: ReliabilityCodes.DigestMismatch or ReliabilityCodes.DigestsMissing } mismatch)
            msh.Ledger.Fault("receipt", header.MessageId, mismatch.Text);
        if (forgery is not null)
            return;
        foreach (var remark in step.Remarks)
            msh.Ledger.Fault("receipt", header.MessageId, remark.Text);
    }

    private static SentForgery Answered(SentForgery forgery, OutgoingEvent happened) => happened switch
    {
        AcknowledgmentCame => forgery with { IsAcknowledged = true },
        ErrorListCame list => forgery with { Errors = [.. list.Errors.Errors.Select(e => e.Code)] },
        _ => forgery,
    };
}
