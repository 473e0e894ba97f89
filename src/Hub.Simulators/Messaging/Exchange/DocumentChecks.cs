using System.Globalization;
using Hub.Ebxml.Envelope;
using Hub.Kith;
using Hub.Kith.AppRec;
using Hub.Kith.Dialog;
using Hub.Kith.MsgHead;
using Hub.Kith.Plo;

namespace Hub.Simulators.Messaging;

/// <summary>Holds a document against schemas, profiles and its envelope. What it finds are the sender's faults; they decide nothing.</summary>
internal sealed class DocumentChecks(Msh msh)
{
    public void Check(MessageHeader header, IncomingDocument document)
    {
        var id = header.MessageId;
        Note("schema", document.Schema);
        if (document.Info is not { } info)
        {
            msh.Ledger.Fault("kith", id, "The document has no head that can be read.");
            return;
        }
        if (info.Type.V != header.Action)
            msh.Ledger.Fault("address", id, "The action is not the type of the document (HISD 1209).");
        if (info.Sender.Address.Service != header.From.Her?.ToString(CultureInfo.InvariantCulture))
            msh.Ledger.Fault("address", id, "The document names another sender than its envelope.");
        if (info.Receiver.Address.Service != msh.Options.Party.ServiceHer.ToString(CultureInfo.InvariantCulture)
            || info.Receiver.Address.Enterprise != msh.Options.Party.EnterpriseHer.ToString(CultureInfo.InvariantCulture))
            msh.Ledger.Fault("address", id, "The document names another receiver.");
        if (!msh.Options.Strict)
            return;
        Note("kith", document.Attachments);
        Note("kith", MessageRules.Check(info));
        Note("kith", Profile(info, document));

        void Note(string code, IEnumerable<KithFinding> findings)
        {
            foreach (var finding in findings.Where(f => f.Severity == KithSeverity.Error))
                msh.Ledger.Fault(code, id, $"{finding.Code} {finding.Path}: {finding.Text}");
        }
    }

    private static IReadOnlyList<KithFinding> Profile(MsgInfo info, IncomingDocument document) => document.Recognition.Business?.Kind switch
    {
        KithKind.Plo when PloReader.Read(document.Message!.BusinessDocument!) is { } plo =>
            [.. plo.Findings, .. plo.Document is null ? [] : PloChecks.Check(plo.Document, info.GenDate.Instant)],
        KithKind.Dialog when DialogReader.Read(document.Message!.BusinessDocument!) is { } dialog =>
            [.. dialog.Findings, .. dialog.Dialog is null ? [] : DialogRules.Check(info, dialog.Dialog)],
        _ => [],
    };
}
