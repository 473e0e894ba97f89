using Hub.Ebxml.Envelope;
using Hub.Ebxml.Inspection;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Reliability;

namespace Hub.Simulators.Messaging;

/// <summary>Takes messages in: examines, decides (<see cref="Incoming"/>), hands on, remembers, answers.</summary>
internal sealed class Inbox(Msh msh, Wire wire, SignalDesk signals, DocumentDesk documents)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(96);

    /// <summary>Takes one message.</summary>
    /// <param name="received">The message taken apart.</param>
    /// <param name="mime">The message as it came.</param>
    /// <param name="canAnswer">Whether an answer can go back the same way.</param>
    /// <returns>What to answer at once.</returns>
    public async Task<InboxAnswer> TakeAsync(ReceivedMessage received, MimeMessage mime, bool canAnswer)
    {
        var arrival = Arrival.Of(msh, received);
        var header = arrival.Message?.Header;
        msh.Trace(outgoing: false, header?.Action ?? "unreadable", header?.MessageId ?? "", mime, arrival.Documents.Count > 0 ? arrival.Documents[0] : default(ReadOnlyMemory<byte>?));
        if (IsAboutForgery(arrival))
            arrival = arrival with { Findings = [] };
        else
            NoteFaults(arrival);
        var key = arrival.Message is { } m ? Incoming.KeyOf(m) : null;
        var earlier = key is { } k ? await msh.Memory.Exchange.FindReceivedAsync(k, CancellationToken.None) : null;
        var decision = Incoming.Decide(
            new IncomingFacts { Message = arrival.Message, Digests = arrival.Digests, Findings = [.. arrival.Findings.Where(f => f.Severity == FindingSeverity.Error)] }, earlier, new IncomingPolicy(), msh.Now);
        if (decision is Deliver && msh.Dice.Hits(msh.Faults.ErrorRate))
            decision = new Refuse(Injected(), Remember: true);
        return decision switch
        {
            Deliver deliver => await AnswerAsync(arrival, deliver.Answer, remember: true, delivered: true, canAnswer),
            Refuse refuse => await AnswerAsync(arrival, refuse.Answer, refuse.Remember, delivered: false, canAnswer),
            AnswerService service => await AnswerAsync(arrival, service.Answer, remember: false, delivered: false, canAnswer),
            RepeatAnswer => Repeat(arrival, canAnswer),
            TakeSignal signal => await signals.TakeAsync(arrival, signal),
            AnswerFault fault => Fault(fault),
            _ => InboxAnswer.Accepted,
        };
    }

    // A receiver mirrors the wrong ids of a forgery in its answer; only its signature must hold.
    private bool IsAboutForgery(Arrival arrival) =>
        arrival is { Message: { Body: ErrorListBody, Header.RefToMessageId: { } about }, Digests.Count: > 0 } && msh.Ledger.Forgeries.Any(f => f.MessageId == about);

    private void NoteFaults(Arrival arrival)
    {
        var id = arrival.Message?.Header.MessageId ?? "";
        foreach (var finding in arrival.Findings.Where(f => f.Severity == FindingSeverity.Error))
            msh.Ledger.Fault(finding.ErrorCode == ErrorCodes.SecurityFailure ? "security" : $"rule-{finding.Rule}", id, finding.Text);
        if (!msh.Options.Strict)
            return;
        foreach (var finding in MessageRules.Check(arrival.Received).Where(f => f.Severity != FindingSeverity.Note))
            msh.Ledger.Fault($"rule-{finding.Rule}", id, finding.Text);
    }

    private ErrorListBody Injected() =>
        new(ErrorSeverity.Error, [new MessageError(msh.Faults.ErrorCode, ErrorSeverity.Error, null, "Refused by the simulator's plan.")]);

    private async Task<InboxAnswer> AnswerAsync(Arrival arrival, MessageBody? body, bool remember, bool delivered, bool canAnswer)
    {
        var message = arrival.Message!;
        var answer = body is null ? null : Answers.To(message.Header, Disturbed(body), Guid.NewGuid().ToString(), msh.Now);
        var mime = answer is null ? null : Seal.Signal(msh, answer, arrival.Peer is { } p && Seal.IsMail(p)).Mime;
        if (remember)
        {
            var key = new ReceivedKey(message.Header.From.Her!.Value, message.Header.MessageId);
            var known = await msh.Memory.Exchange.AddReceivedAsync(
                new RememberedMessage(key, arrival.Digests, msh.Now, mime?.Body ?? default, delivered, msh.Now + Kept), CancellationToken.None);
            if (known is not null)
                return Repeat(arrival, canAnswer);
            if (mime is not null)
                msh.Memory.Answers[key] = mime;
            if (delivered)
                await documents.TakeAsync(arrival);
        }
        if (mime is null)
            return InboxAnswer.Accepted;
        msh.Ledger.Count(s => body is AcknowledgmentBody ? s with { AcksMade = s.AcksMade + 1 } : body is ErrorListBody ? s with { ErrorsMade = s.ErrorsMade + 1 } : s);
        msh.Trace(outgoing: true, answer!.Header.Action, answer.Header.MessageId, mime, null);
        return Give(arrival, mime, canAnswer);
    }

    private MessageBody Disturbed(MessageBody body)
    {
        if (body is not AcknowledgmentBody acknowledgment || !msh.Dice.Hits(msh.Faults.WrongDigestRate))
            return body;
        var other = Convert.ToBase64String(new byte[32]);
        return acknowledgment with { References = [.. acknowledgment.References.Select(r => r with { Value = other })] };
    }

    private InboxAnswer Repeat(Arrival arrival, bool canAnswer)
    {
        msh.Ledger.Count(s => s with { Repeats = s.Repeats + 1 });
        var key = Incoming.KeyOf(arrival.Message!)!.Value;
        return msh.Memory.Answers.TryGetValue(key, out var mime) ? Give(arrival, mime, canAnswer) : InboxAnswer.Accepted;
    }

    private InboxAnswer Give(Arrival arrival, MimeMessage mime, bool canAnswer)
    {
        if (msh.Dice.Hits(msh.Faults.LoseAnswerRate))
            return InboxAnswer.Lost;
        if (canAnswer && (arrival.Message!.Body is PayloadBody { SyncReply: true } || (arrival.Message.Body is PingBody && msh.Options.PongAtOnce)))
            return new InboxAnswer(200, mime);
        // Nobody is answered who is not known: there is no address.
        if (arrival.Peer is { } peer)
            msh.Run(cancel => wire.PostAsync(mime, peer, cancel));
        return InboxAnswer.Accepted;
    }

    private InboxAnswer Fault(AnswerFault fault)
    {
        msh.Ledger.Count(s => s with { SoapFaults = s.SoapFaults + 1 });
        return new InboxAnswer(400, new MimeMessage("text/xml; charset=UTF-8", null, fault.Fault.ToBytes()));
    }
}
