using System.Globalization;
using Hub.Ebxml.Envelope;
using Hub.Kith;
using Hub.Kith.AppRec;
using Hub.Kith.MsgHead;

namespace Hub.Simulators.Messaging;

/// <summary>Takes documents in: notes the effect once, and answers with an AppRec.</summary>
internal sealed class DocumentDesk(Msh msh, Outbox outbox, DocumentChecks checks, ReceiptDesk receipts)
{
    private static readonly ReceiptSoftware Software = new("Hub.Simulators", "1.0");

    public async Task TakeAsync(Arrival arrival)
    {
        foreach (var bytes in arrival.Documents)
        {
            var header = arrival.Message!.Header;
            if (KithDocument.Recognize(bytes).Kind == KithKind.AppRec)
                receipts.Take(header, bytes);
            else
                await TakeAsync(header, IncomingDocument.Of(bytes), bytes, arrival.Peer!);
        }
    }

    private async Task TakeAsync(MessageHeader header, IncomingDocument document, ReadOnlyMemory<byte> bytes, CounterpartPeer peer)
    {
        checks.Check(header, document);
        var info = document.Info;
        LetterEffect? effect = null;
        if (info is not null)
        {
            effect = msh.Ledger.Take(
                header.From.Her!.Value, info.MsgId, info.Type.V ?? "", info.Patient?.IdOf("FNR") ?? "", header.MessageId, msh.Now,
                msh.Options.KeepBodies ? bytes : default);
        }
        var plan = AppRecDecision.Decide(document, Knowledge(header, info, effect is null));
        if (effect is null || msh.Dice.Hits(msh.Faults.SilentRate))
            return;
        foreach (var answer in plan.Answers)
        {
            var receipt = ReceiptFactory.Make(info!, answer, document.Version, Guid.NewGuid(), msh.Now, Software);
            msh.Ledger.Answered(effect, receipt.Status.V ?? "", [.. receipt.Errors.Select(e => e.V ?? "")]);
            var letter = new Letter(MessageTypes.AppRec, receipt.Id, "", ReceiptWriter.Write(receipt).Bytes) { Service = header.Service.Value, ConversationId = header.ConversationId };
            await outbox.PutAsync(letter, peer);
        }
    }

    private AppRecKnowledge Knowledge(MessageHeader header, MsgInfo? info, bool isDuplicate)
    {
        var faults = msh.Faults;
        var rejects = info?.Patient is { } patient && patient.Idents.Any(i => faults.UnknownPatients.Contains(i.Id));
        rejects = rejects || msh.Dice.Hits(faults.RejectRate);
        return new AppRecKnowledge
        {
            Enterprises = new HashSet<string> { Her(msh.Options.Party.EnterpriseHer) },
            Services = new HashSet<string> { Her(msh.Options.Party.ServiceHer) },
            EnvelopeReceiver = header.To.Her?.ToString(CultureInfo.InvariantCulture),
            Now = msh.Now,
            IsDuplicate = isDuplicate,
            Review = rejects ? ManualReview.Rejected : ManualReview.NotNeeded,
            ReviewErrors = rejects ? [AppRecError.Of(faults.RejectCode)] : [],
        };
    }

    private static string Her(int her) => her.ToString(CultureInfo.InvariantCulture);
}
