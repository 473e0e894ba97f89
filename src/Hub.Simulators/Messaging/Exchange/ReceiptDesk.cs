using Hub.Ebxml.Envelope;
using Hub.Kith;
using Hub.Kith.AppRec;
using Hub.Kith.MsgHead;
using Hub.Kith.Schemas;

namespace Hub.Simulators.Messaging;

/// <summary>Takes AppRecs and holds them against what was sent.</summary>
internal sealed class ReceiptDesk(Msh msh)
{
    public void Take(MessageHeader header, ReadOnlyMemory<byte> bytes)
    {
        foreach (var finding in KithSchemas.Validate(bytes).Where(f => f.Severity == KithSeverity.Error))
            msh.Ledger.Fault("schema", header.MessageId, $"{finding.Path}: {finding.Text}");
        if (ReceiptReader.Read(bytes).Receipt is not { } receipt)
        {
            Fault(header, "The AppRec cannot be read.");
            return;
        }
        if (!msh.Memory.Heads.TryGetValue(receipt.Original.Id, out var sent) || msh.Ledger.FindSent(receipt.Original.Id) is not { } letter)
        {
            Fault(header, "The AppRec is for a document that was never sent.");
            return;
        }
        var before = msh.Memory.Receipts.GetOrAdd(receipt.Original.Id, receipt.Id);
        if (!string.Equals(before, receipt.Id, StringComparison.OrdinalIgnoreCase))
        {
            Fault(header, "A second AppRec came for the same document.");
            return;
        }
        Check(header, receipt, sent, letter);
        var answer = ReceiptFollowUp.Judge(sent, receipt, answeredBefore: false) is ReceiptOutcome.Rejected ? LetterAnswer.Rejected : LetterAnswer.Accepted;
        msh.Ledger.Update(letter.MessageId, s => s with { Answer = answer, Codes = [.. receipt.Errors.Select(e => e.V ?? "")] });
    }

    private void Check(MessageHeader header, Receipt receipt, MsgInfo sent, SentLetter letter)
    {
        if (receipt.Original.IssueDate.V != sent.GenDate.V)
            Fault(header, "IssueDate is not the GenDate of the document, character by character.");
        if (receipt.Original.MsgType.V != sent.Type.V)
            Fault(header, "The AppRec names another type than the document's.");
        if (receipt.Version != MessageTypes.ReceiptVersion(letter.Type))
            Fault(header, "The AppRec is in the other version than the document asks for.");
        if (header.From.Her != letter.ToHer)
            Fault(header, "The AppRec is not from the receiver of the document.");
        if (header.Action != MessageTypes.AppRec || header.Service.Value != $"S-{letter.Type}")
            Fault(header, "The AppRec is not sent under the service of the document (HISD 1209).");
        if (receipt.IsRejected && receipt.Errors.Count == 0)
            Fault(header, "The AppRec rejects and does not say why.");
    }

    private void Fault(MessageHeader header, string text) => msh.Ledger.Fault("apprec", header.MessageId, text);
}
